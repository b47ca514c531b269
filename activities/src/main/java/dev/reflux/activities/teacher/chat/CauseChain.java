package dev.reflux.activities.teacher.chat;

import java.util.Objects;
import java.util.stream.Stream;

/** A failure and what caused it, outermost first. */
final class CauseChain {

    /** A chain that bites its own tail would be walked for ever. */
    private static final int LONGEST = 32;

    private CauseChain() {}

    /** The outermost failure of a type, or null. */
    static <T extends Throwable> T find(Throwable failure, Class<T> type) {
        return of(failure).filter(type::isInstance).map(type::cast).findFirst().orElse(null);
    }

    @SafeVarargs
    static boolean findAny(Throwable failure, Class<? extends Throwable>... types) {
        for (Class<? extends Throwable> type : types) {
            if (find(failure, type) != null) {
                return true;
            }
        }
        return false;
    }

    static Stream<String> messages(Throwable failure) {
        return of(failure).map(Throwable::getMessage).filter(Objects::nonNull);
    }

    private static Stream<Throwable> of(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(LONGEST);
    }
}
