package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Shares measured once a round, as lines named at their right end. */
public final class RoundsChart {
    private static final double LABEL_ROOM = 128;
    private static final double LINE_HEIGHT = 15;

    /**
     * One line.
     *
     * @param styleClass its style: {@code first}, {@code second} or {@code baseline}
     * @param values in [0, 1], one a round from round 1; null where a round has none
     */
    public record Series(String name, String styleClass, List<Double> values) {
        public Series {
            values = new ArrayList<>(values);
        }

        private List<Double> known() {
            return values.stream().filter(value -> value != null).toList();
        }

        private double last() {
            return known().get(known().size() - 1);
        }
    }

    private RoundsChart() {}

    /** @param lines at least one of which has a value */
    public static Markup of(String title, int rounds, List<Series> lines) {
        List<Series> drawn =
                lines.stream().filter(line -> !line.known().isEmpty()).toList();
        List<Double> all =
                drawn.stream().flatMap(line -> line.known().stream()).sorted().toList();
        Plot plot = new Plot(
                title,
                Axis.rounds("round", rounds),
                Axis.shares("on the holdout", all.get(0), all.get(all.size() - 1)),
                LABEL_ROOM);
        drawn.forEach(line -> drawLine(plot, line));
        drawNames(plot, drawn);
        return plot.picture();
    }

    private static void drawLine(Plot plot, Series line) {
        List<double[]> points = new ArrayList<>();
        for (int round = 1; round <= line.values().size(); round++) {
            Double value = line.values().get(round - 1);
            if (value != null) {
                points.add(new double[] {plot.x(round), plot.y(value)});
            }
        }
        plot.draw(Svg.path(points), "line " + line.styleClass());
        points.forEach(point -> plot.draw(Svg.dot(point[0], point[1], 3.5), "dot " + line.styleClass()));
    }

    /** From the top down, each pushed below the one before where they would overlap. */
    private static void drawNames(Plot plot, List<Series> lines) {
        List<Series> fromTop = lines.stream()
                .sorted(Comparator.comparingDouble(Series::last).reversed())
                .toList();
        double free = plot.top();
        for (Series line : fromTop) {
            double y = Math.max(free, plot.y(line.last()) + 4);
            String text = line.name() + " " + Figures.percent(Double.valueOf(line.last()));
            plot.draw(Svg.label(plot.rightEdge() + 2, y, Svg.START, text), "name " + line.styleClass());
            free = y + LINE_HEIGHT;
        }
    }
}
