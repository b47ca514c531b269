package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.survey.Histogram;
import java.util.List;
import java.util.Locale;

/** How confident the labels are: accepted samples below, rejected ones stacked upon them, thresholds as lines. */
public final class ConfidenceChart {
    private static final double GAP = 1;
    private static final double MARGIN = 14;

    private ConfidenceChart() {}

    /** @param thresholds confidences in [0, 1] from which on samples are accepted; empty where there is none */
    public static Markup of(Histogram accepted, Histogram rejected, List<Double> thresholds) {
        Plot plot = new Plot(
                "Samples by confidence, accepted and rejected",
                Axis.unit("confidence of the label"),
                Axis.counts("samples", tallest(accepted, rejected)),
                MARGIN);
        for (int bin = 0; bin < accepted.bins(); bin++) {
            drawBin(plot, bin, accepted, rejected);
        }
        drawThresholds(plot, thresholds);
        return plot.picture();
    }

    private static void drawBin(Plot plot, int bin, Histogram accepted, Histogram rejected) {
        double low = (double) bin / accepted.bins();
        double high = (bin + 1.0) / accepted.bins();
        double left = plot.x(low) + GAP / 2;
        double width = plot.x(high) - plot.x(low) - GAP;
        double seam = plot.y(accepted.count(bin));
        double top = plot.y(accepted.count(bin) + rejected.count(bin));
        String range = String.format(Locale.ROOT, "confidence %.2f to %.2f: ", low, high);
        if (accepted.count(bin) > 0) {
            Markup bar = Svg.bar(left, seam, width, plot.bottom() - seam);
            plot.draw(Svg.hint(bar, range + Figures.count(accepted.count(bin)) + " accepted"), "accepted");
        }
        if (rejected.count(bin) > 0) {
            Markup bar = Svg.bar(left, top, width, seam - top);
            plot.draw(Svg.hint(bar, range + Figures.count(rejected.count(bin)) + " rejected"), "rejected");
        }
    }

    private static void drawThresholds(Plot plot, List<Double> thresholds) {
        for (double threshold : thresholds) {
            plot.draw(Svg.line(plot.x(threshold), plot.top() - 6, plot.x(threshold), plot.bottom()), "threshold");
        }
        if (!thresholds.isEmpty()) {
            double last = thresholds.get(thresholds.size() - 1);
            String anchor = last > 0.3 ? Svg.END : Svg.START;
            plot.draw(Svg.label(plot.x(last), plot.top() - 12, anchor, name(thresholds)), "note");
        }
    }

    private static String name(List<Double> thresholds) {
        double least = thresholds.get(0);
        double most = thresholds.get(thresholds.size() - 1);
        return thresholds.size() == 1
                ? "threshold " + Figures.decimal(least)
                : thresholds.size() + " thresholds, " + Figures.decimal(least) + " to " + Figures.decimal(most);
    }

    private static long tallest(Histogram accepted, Histogram rejected) {
        long tallest = 0;
        for (int bin = 0; bin < accepted.bins(); bin++) {
            tallest = Math.max(tallest, accepted.count(bin) + rejected.count(bin));
        }
        return tallest;
    }
}
