package dev.reflux.activities.report.chart;

import dev.reflux.activities.report.markup.Markup;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** The few shapes that the charts are made of. Lengths are units of the picture's view box. */
final class Svg {
    static final String START = "start";
    static final String MIDDLE = "middle";
    static final String END = "end";

    private Svg() {}

    /** A picture that scales with its column; {@code title} is read aloud in its place. */
    static Markup picture(double width, double height, String title) {
        return Markup.of("svg", Markup.text("title", title))
                .with("viewBox", "0 0 " + number(width) + " " + number(height))
                .with("role", "img");
    }

    static Markup line(double x1, double y1, double x2, double y2) {
        return Markup.of("line")
                .with("x1", number(x1))
                .with("y1", number(y1))
                .with("x2", number(x2))
                .with("y2", number(y2));
    }

    static Markup bar(double x, double y, double width, double height) {
        return Markup.of("rect")
                .with("x", number(x))
                .with("y", number(y))
                .with("width", number(Math.max(0, width)))
                .with("height", number(Math.max(0, height)));
    }

    static Markup dot(double x, double y, double radius) {
        return Markup.of("circle").with("cx", number(x)).with("cy", number(y)).with("r", number(radius));
    }

    /** A line through points, each {@code {x, y}}. */
    static Markup path(List<double[]> points) {
        StringBuilder way = new StringBuilder();
        for (double[] point : points) {
            way.append(way.length() == 0 ? "M" : " L")
                    .append(number(point[0]))
                    .append(' ')
                    .append(number(point[1]));
        }
        return Markup.of("path").with("d", way).with("fill", "none");
    }

    /** @param anchor the end of the text that lies at x: {@link #START}, {@link #MIDDLE} or {@link #END} */
    static Markup label(double x, double y, String anchor, String text) {
        return Markup.text("text", text)
                .with("x", number(x))
                .with("y", number(y))
                .with("text-anchor", anchor);
    }

    /** A tooltip, for those who point at a shape. */
    static Markup hint(Markup shape, String text) {
        return shape.add(Markup.text("title", text));
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
