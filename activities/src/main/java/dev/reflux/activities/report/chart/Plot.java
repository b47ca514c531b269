package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Markup;

/** A picture with two axes, into which a chart draws in the units of its data. */
final class Plot {
    private static final double WIDTH = 460;
    private static final double HEIGHT = 290;
    private static final double LEFT = 54;
    private static final double TOP = 30;
    private static final double BOTTOM = 46;

    private final Axis across;
    private final Axis up;
    private final double right;
    private final Markup picture;

    /** @param right room to the right of the plot, for direct labels */
    Plot(String title, Axis across, Axis up, double right) {
        this.across = across;
        this.up = up;
        this.right = right;
        this.picture = Svg.picture(WIDTH, HEIGHT, title);
        drawFrame();
    }

    Plot draw(Markup shape, String styleClass) {
        picture.add(shape.as(styleClass));
        return this;
    }

    Markup picture() {
        return picture;
    }

    double x(double value) {
        return LEFT + (value - across.least()) / (across.most() - across.least()) * (WIDTH - LEFT - right);
    }

    double y(double value) {
        return HEIGHT - BOTTOM - (value - up.least()) / (up.most() - up.least()) * (HEIGHT - TOP - BOTTOM);
    }

    double top() {
        return TOP;
    }

    double bottom() {
        return HEIGHT - BOTTOM;
    }

    double rightEdge() {
        return WIDTH - right;
    }

    private void drawFrame() {
        for (Axis.Tick tick : up.ticks()) {
            draw(Svg.line(LEFT, y(tick.at()), rightEdge(), y(tick.at())), "grid");
            draw(Svg.label(LEFT - 7, y(tick.at()) + 4, Svg.END, tick.text()), "tick");
        }
        for (Axis.Tick tick : across.ticks()) {
            draw(Svg.line(x(tick.at()), bottom(), x(tick.at()), bottom() + 4), "axis");
            draw(Svg.label(x(tick.at()), bottom() + 18, Svg.MIDDLE, tick.text()), "tick");
        }
        draw(Svg.line(LEFT, bottom(), rightEdge(), bottom()), "axis");
        draw(Svg.label((LEFT + rightEdge()) / 2, HEIGHT - 8, Svg.MIDDLE, across.title()), "title");
        draw(Svg.label(2, 14, Svg.START, up.title()), "title");
    }
}
