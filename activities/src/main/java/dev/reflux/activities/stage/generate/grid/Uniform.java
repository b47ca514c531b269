package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** A number in a range, as likely anywhere, both ends included. */
public record Uniform(
        @Key("The least.") double from,

        @Key("The greatest.") double to,

        @Key(value = "Decimal places.", otherwise = "0", least = 0, most = 9)
        int decimals) {

    public Uniform {
        if (steps(from, to, decimals) < 1) {
            throw new InvalidSettingException(
                    "to",
                    "must leave a number of " + decimals + " decimal places from " + from + " on",
                    String.valueOf(to),
                    "raise it, or decimals");
        }
    }

    /** Steps of the last place are as likely each, the two at the ends too. */
    String draw(Random random) {
        BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
        BigDecimal first = BigDecimal.valueOf(from).setScale(decimals, RoundingMode.CEILING);
        double place = Math.floor(random.nextDouble() * steps(from, to, decimals));
        return first.add(step.multiply(BigDecimal.valueOf(place)))
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static double steps(double from, double to, int decimals) {
        BigDecimal first = BigDecimal.valueOf(from).setScale(decimals, RoundingMode.CEILING);
        BigDecimal last = BigDecimal.valueOf(to).setScale(decimals, RoundingMode.FLOOR);
        return last.subtract(first).movePointRight(decimals).doubleValue() + 1;
    }
}
