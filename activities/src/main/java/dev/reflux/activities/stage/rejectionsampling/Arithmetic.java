package dev.reflux.activities.stage.rejectionsampling;

import java.util.OptionalDouble;

/** Works out a calculation of numbers, + - * / ^, brackets and percent signs. */
final class Arithmetic {

    private static final double HUNDREDTH = 0.01;

    private final String text;
    private final double percent;
    private int at;

    private Arithmetic(String text, double percent) {
        this.text = text;
        this.percent = percent;
    }

    /**
     * What it comes to; empty where it is no such calculation, or comes to no number.
     *
     * @param isPercentHundredth false where a percent sign is passed over, as in 1/4*100%=25
     */
    static OptionalDouble of(String calculation, boolean isPercentHundredth) {
        Arithmetic arithmetic = new Arithmetic(calculation, isPercentHundredth ? HUNDREDTH : 1);
        double value = arithmetic.sum();
        boolean isWhole = arithmetic.at == calculation.length() && Double.isFinite(value);
        return isWhole ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    private double sum() {
        double value = product();
        while (true) {
            if (take('+')) {
                value += product();
            } else if (take('-')) {
                value -= product();
            } else {
                return value;
            }
        }
    }

    private double product() {
        double value = signed();
        while (true) {
            if (take('*')) {
                value *= signed();
            } else if (take('/')) {
                value /= signed();
            } else {
                return value;
            }
        }
    }

    private double signed() {
        return take('-') ? -signed() : power();
    }

    private double power() {
        double base = operand();
        double value = take('^') ? Math.pow(base, signed()) : base;
        return take('%') ? value * percent : value;
    }

    /** Not a number where there is none, which no calculation gets rid of. */
    private double operand() {
        if (take('(')) {
            double value = sum();
            return take(')') ? value : Double.NaN;
        }
        int from = at;
        while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
            at++;
        }
        String number = text.substring(from, at);
        return number.matches("\\d+\\.?\\d*|\\.\\d+") ? Double.parseDouble(number) : Double.NaN;
    }

    private boolean take(char sign) {
        boolean isNext = at < text.length() && text.charAt(at) == sign;
        at += isNext ? 1 : 0;
        return isNext;
    }
}
