package dev.reflux.config.grammar;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** The numbers a key accepts: what its annotation says (null where nothing) and what its Java type can hold. */
record NumberRange(BigDecimal least, BigDecimal most, BigDecimal typeLeast, BigDecimal typeMost) {

    /** Where between its bounds an example lies: high enough to be a sensible share or threshold. */
    private static final BigDecimal EXAMPLE_SHARE = new BigDecimal("0.9");

    static NumberRange of(Slot slot) {
        Class<?> raw = slot.rawType();
        BigDecimal typeMost = BigDecimal.valueOf(Double.MAX_VALUE);
        BigDecimal typeLeast = typeMost.negate();
        if (raw == int.class || raw == Integer.class) {
            typeLeast = BigDecimal.valueOf(Integer.MIN_VALUE);
            typeMost = BigDecimal.valueOf(Integer.MAX_VALUE);
        } else if (slot.isWhole()) {
            typeLeast = BigDecimal.valueOf(Long.MIN_VALUE);
            typeMost = BigDecimal.valueOf(Long.MAX_VALUE);
        }
        return new NumberRange(bound(slot.key().least()), bound(slot.key().most()), typeLeast, typeMost);
    }

    private static BigDecimal bound(double value) {
        return Double.isInfinite(value) ? null : BigDecimal.valueOf(value);
    }

    boolean contains(BigDecimal value) {
        return value.compareTo(lowest()) >= 0 && value.compareTo(highest()) <= 0;
    }

    BigDecimal lowest() {
        return least == null ? typeLeast : least;
    }

    BigDecimal highest() {
        return most == null ? typeMost : most;
    }

    /** The rule that a value outside breaks. */
    String rule(BigDecimal value) {
        if (least != null && most != null) {
            return "must be in " + this;
        }
        return value.compareTo(lowest()) < 0
                ? "must be at least " + plain(lowest())
                : "must be at most " + plain(highest());
    }

    String example(boolean whole) {
        if (least == null || most == null) {
            BigDecimal base = least == null ? BigDecimal.ZERO : least;
            BigDecimal next = base.add(BigDecimal.ONE);
            return plain(contains(next) ? next : highest());
        }
        BigDecimal value = least.add(most.subtract(least).multiply(EXAMPLE_SHARE));
        return plain(whole ? value.setScale(0, RoundingMode.HALF_UP) : value);
    }

    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** The declared range, such as {@code [0, 1]} or {@code 1 or more}; empty where none is declared. */
    @Override
    public String toString() {
        if (least != null && most != null) {
            return "[" + plain(least) + ", " + plain(most) + "]";
        } else if (least != null) {
            return plain(least) + " or more";
        }
        return most == null ? "" : plain(most) + " or less";
    }
}
