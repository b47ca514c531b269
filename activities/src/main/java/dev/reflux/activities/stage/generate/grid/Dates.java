package dev.reflux.activities.stage.generate.grid;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Random;

/** A day in a range, as likely anywhere, both ends included; written as {@code 2024-02-29}. */
public record Dates(
        @Key("The first day, such as '2024-01-01'.") String from,

        @Key("The last day.") String to) {

    public Dates {
        if (day("to", to).isBefore(day("from", from))) {
            throw new InvalidSettingException("to", "must not be before from, " + from, to, "swap them");
        }
    }

    String draw(Random random) {
        long first = LocalDate.parse(from).toEpochDay();
        long days = LocalDate.parse(to).toEpochDay() - first + 1;
        return LocalDate.ofEpochDay(first + (long) (random.nextDouble() * days)).toString();
    }

    private static LocalDate day(String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException malformed) {
            throw new InvalidSettingException(
                    key, "must be a day as ISO 8601 writes it", text, "write, say, '2024-01-31'");
        }
    }
}
