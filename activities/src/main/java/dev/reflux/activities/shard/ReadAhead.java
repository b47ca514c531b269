package dev.reflux.activities.shard;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/** Reads the next shard on another processor while one is worked on. */
final class ReadAhead {

    private ReadAhead() {}

    static void forEach(ShardSet shards, Consumer<List<Sample>> consumer) {
        int count = shards.count();
        CompletableFuture<List<Sample>> next = count == 0 ? null : read(shards, 1);
        for (int shard = 1; shard <= count; shard++) {
            List<Sample> samples = await(next);
            next = shard < count ? read(shards, shard + 1) : null;
            try {
                consumer.accept(samples);
            } catch (RuntimeException e) {
                settle(next);
                throw e;
            }
        }
    }

    private static CompletableFuture<List<Sample>> read(ShardSet shards, int shard) {
        return CompletableFuture.supplyAsync(() -> shards.read(shard));
    }

    private static List<Sample> await(CompletableFuture<List<Sample>> shard) {
        try {
            return shard.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** A reader must not be at work on files that its caller takes for left alone; what it found no longer matters. */
    private static void settle(CompletableFuture<List<Sample>> shard) {
        if (shard != null) {
            shard.handle((samples, failure) -> null).join();
        }
    }
}
