package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.Reliability;
import java.util.List;
import java.util.Locale;

/**
 * Confidence against measured accuracy. On the diagonal a confidence means what it says; below it, it promises
 * too much.
 * A dot's area grows with its samples; its line is the Wilson 95 % interval of the accuracy.
 */
public final class ReliabilityChart {
    private static final double MARGIN = 14;
    private static final double LARGEST_DOT = 9;
    private static final double SMALLEST_DOT = 2.5;
    /** Two-sided 95 % quantile of the normal distribution. */
    private static final double Z = 1.96;

    private ReliabilityChart() {}

    /** @param of whose confidence it is, for readers who do not see the picture */
    public static Markup of(String of, List<Reliability.Point> points) {
        Plot plot = new Plot("Reliability of " + of, Axis.unit("confidence"), Axis.unit("share that is right"), MARGIN);
        plot.draw(Svg.line(plot.x(0), plot.y(0), plot.x(1), plot.y(1)), "ideal");
        plot.draw(Svg.label(plot.x(0.02), plot.y(0.93), Svg.START, "above the line: too modest"), "note");
        plot.draw(Svg.label(plot.x(0.98), plot.y(0.05), Svg.END, "below the line: too sure"), "note");
        long most = points.stream().mapToLong(Reliability.Point::count).max().orElse(1);
        for (Reliability.Point point : points) {
            drawPoint(plot, point, most);
        }
        return plot.picture();
    }

    private static void drawPoint(Plot plot, Reliability.Point point, long most) {
        double x = plot.x(point.confidence());
        double centre = (point.accuracy() + Z * Z / (2 * point.count())) / (1 + Z * Z / point.count());
        double spread = Z
                / (1 + Z * Z / point.count())
                * Math.sqrt(point.accuracy() * (1 - point.accuracy()) / point.count()
                        + Z * Z / (4.0 * point.count() * point.count()));
        plot.draw(Svg.line(x, plot.y(centre - spread), x, plot.y(centre + spread)), "interval");
        double radius = Math.max(SMALLEST_DOT, LARGEST_DOT * Math.sqrt((double) point.count() / most));
        String hint = String.format(
                Locale.ROOT,
                "%s: confidence %.3f, right %.3f",
                Figures.of(point.count(), "sample"),
                point.confidence(),
                point.accuracy());
        plot.draw(Svg.hint(Svg.dot(x, plot.y(point.accuracy()), radius), hint), "point");
    }
}
