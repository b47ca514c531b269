package dev.reflux.activities.shard;

import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Reads the next shards on other processors while one is worked on. */
final class ReadAhead {

    /** Shards that are read at once. They may be large, so that more processors do not make them more. */
    private static final int READERS = 2;

    private ReadAhead() {}

    static <R> void forEach(int count, IntFunction<R> reader, Consumer<R> consumer) {
        try (Conveyor<R> shards = new Conveyor<>(READERS, consumer)) {
            for (int shard = 1; shard <= count; shard++) {
                int number = shard;
                shards.put(() -> reader.apply(number));
            }
            shards.finish();
        }
    }
}
