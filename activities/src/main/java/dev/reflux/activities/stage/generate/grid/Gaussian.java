package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.Key;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;

/** A number about a mean, normally distributed. */
public record Gaussian(
        @Key("The mean.") double mean,

        @Key(value = "The standard deviation.", least = 0) double deviation,

        @Key(value = "Decimal places.", otherwise = "0", least = 0, most = 9)
        int decimals) {

    String draw(Random random) {
        return BigDecimal.valueOf(mean + deviation * random.nextGaussian())
                .setScale(decimals, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
