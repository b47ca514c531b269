package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import java.util.List;

/** How scores are spread: samples that stay below, those that go stacked upon them. */
public final class ScoreChart {
    private static final double GAP = 1;
    private static final double MARGIN = 14;

    /** Half the width that is shown where all scores are the same. */
    private static final double HALF = 0.5;

    /** Samples whose scores are between two, by whether they stay. */
    public record Bar(double from, double to, long kept, long gone) {}

    private ScoreChart() {}

    /** @param bars one at least, ascending, each beginning where the one before ends */
    public static Markup of(List<Bar> bars) {
        double least = bars.get(0).from();
        double most = bars.get(bars.size() - 1).to();
        double room = most > least ? 0 : HALF;
        long tallest =
                bars.stream().mapToLong(bar -> bar.kept() + bar.gone()).max().orElse(0);
        Plot plot = new Plot(
                "Samples by score, selected and not selected",
                Axis.values("score", least - room, most + room),
                Axis.counts("samples", tallest),
                MARGIN);
        bars.forEach(bar -> drawBar(plot, bar, room));
        return plot.picture();
    }

    private static void drawBar(Plot plot, Bar bar, double room) {
        double left = plot.x(bar.from() - room) + GAP / 2;
        double width = plot.x(bar.to() + room) - plot.x(bar.from() - room) - GAP;
        double seam = plot.y(bar.kept());
        double top = plot.y(bar.kept() + bar.gone());
        String range = "score " + Figures.score(bar.from()) + " to " + Figures.score(bar.to()) + ": ";
        if (bar.kept() > 0) {
            Markup kept = Svg.bar(left, seam, width, plot.bottom() - seam);
            plot.draw(Svg.hint(kept, range + Figures.count(bar.kept()) + " selected"), "accepted");
        }
        if (bar.gone() > 0) {
            Markup gone = Svg.bar(left, top, width, seam - top);
            plot.draw(Svg.hint(gone, range + Figures.count(bar.gone()) + " not selected"), "rejected");
        }
    }
}
