package dev.reflux.config.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How enum constants and class names are written in a campaign file. */
final class KebabName {

    private KebabName() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The names of all constants of an enum, in declared order. */
    static List<String> all(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> of((Enum<?>) constant))
                .toList();
    }
}
