package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A linear axis: its title, its ends and where it is marked. */
record Axis(String title, double least, double most, List<Tick> ticks) {
    private static final double[] ROUND_STEPS = {1, 2, 5, 10};
    private static final int WANTED_TICKS = 4;

    /** A mark with its text. */
    record Tick(double at, String text) {}

    /** From 0 to 1 in fifths. */
    static Axis unit(String title) {
        List<Tick> ticks = new ArrayList<>();
        for (int fifth = 0; fifth <= 5; fifth++) {
            ticks.add(new Tick(fifth / 5.0, String.format(Locale.ROOT, "%.1f", fifth / 5.0)));
        }
        return new Axis(title, 0, 1, ticks);
    }

    /** From 0 to at least {@code most}, marked at round counts. */
    static Axis counts(String title, long most) {
        long top = Math.max(1, most);
        double step = Math.max(1, roundStep(top));
        List<Tick> ticks = new ArrayList<>();
        for (int tick = 0; (tick - 1) * step < top; tick++) {
            ticks.add(new Tick(tick * step, Figures.count(Math.round(tick * step))));
        }
        return new Axis(title, 0, ticks.get(ticks.size() - 1).at(), ticks);
    }

    /** From one number to a greater one, marked at round numbers between them, four to nine of them. */
    static Axis values(String title, double least, double most) {
        double step = roundStep((most - least) / 2);
        List<Tick> ticks = new ArrayList<>();
        for (long tick = (long) Math.ceil(least / step); tick * step <= most; tick++) {
            ticks.add(new Tick(tick * step, Figures.score(tick * step)));
        }
        return new Axis(title, least, most, ticks);
    }

    /** Shares as percentages, from the round step below the least to the one above the greatest, within [0, 1]. */
    static Axis shares(String title, double least, double most) {
        double step = roundStep(Math.max(0.04, most - least));
        long from = Math.min((long) Math.floor(least / step), Math.round(1 / step) - 1);
        long to = Math.max(from + 1, (long) Math.ceil(most / step));
        List<Tick> ticks = new ArrayList<>();
        for (long tick = from; tick <= to && tick * step < 1 + step / 2; tick++) {
            ticks.add(new Tick(tick * step, String.format(Locale.ROOT, "%.0f\u00a0%%", tick * step * 100)));
        }
        return new Axis(title, ticks.get(0).at(), ticks.get(ticks.size() - 1).at(), ticks);
    }

    /** Whole numbers from 1 to {@code most}, thinned out where they would touch. */
    static Axis rounds(String title, int most) {
        int step = Math.max(1, (int) Math.ceil(most / 10.0));
        List<Tick> ticks = new ArrayList<>();
        for (int round = 1; round <= most; round += step) {
            ticks.add(new Tick(round, Integer.toString(round)));
        }
        return new Axis(title, 0.7, most + 0.3, ticks);
    }

    private static double roundStep(double range) {
        double raw = range / WANTED_TICKS;
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        for (double step : ROUND_STEPS) {
            if (raw <= step * magnitude * (1 + 1e-9)) {
                return step * magnitude;
            }
        }
        return ROUND_STEPS[ROUND_STEPS.length - 1] * magnitude;
    }
}
