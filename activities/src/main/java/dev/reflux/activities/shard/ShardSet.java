package dev.reflux.activities.shard;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A folder of numbered shards: {@code shard-00001.jsonl.zst}, each beside its {@code shard-00001.json}, the
 * {@link ShardReceipt} that vouches for it.
 */
public interface ShardSet {

    /** Number of shards; they are numbered from 1. */
    int count();

    /**
     * All samples of one shard, in order.
     *
     * @throws ShardCorruptException if the file is missing, cut, or not what its receipt says
     */
    List<Sample> read(int shard);

    /** Where one shard lies, or will. */
    Path file(int shard);

    /** Whether one shard is there whole; while a stage is at work, some below {@link #count} may not be. */
    boolean holds(int shard);

    /**
     * All samples of one shard, in order, as their lines.
     *
     * @throws ShardCorruptException if the file is missing, cut, or not what its receipt says
     */
    default List<SampleLine> lines(int shard) {
        return read(shard).stream().map(SampleLine::of).toList();
    }

    /**
     * Writes one shard whole and moves it into place, the receipt last. The same samples give the same bytes.
     *
     * @throws WorkspaceException if the file cannot be written, naming it
     */
    default ShardReceipt write(int shard, List<Sample> samples) {
        return writeLines(shard, samples.stream().map(SampleLine::of).toList());
    }

    /** As {@link #write}: lines that come from another shard are written as they stood there. */
    ShardReceipt writeLines(int shard, List<SampleLine> lines);

    /**
     * Tells these shards from all others, by what their receipts say of their files.
     *
     * @throws ShardCorruptException if a receipt is missing or broken
     */
    String fingerprint();

    /** Every sample of every shard, in order, with no more than one shard in memory. */
    default void forEach(Consumer<Sample> consumer) {
        int count = count();
        for (int shard = 1; shard <= count; shard++) {
            read(shard).forEach(consumer);
        }
    }

    /** Every shard, in order; the next ones are read on other processors while one is handed over. */
    default void forEachReadAhead(Consumer<List<Sample>> consumer) {
        ReadAhead.forEach(count(), this::read, consumer);
    }

    /** Every shard, in order, as its lines; the next ones are read on other processors while one is handed over. */
    default void forEachLinesAhead(Consumer<List<SampleLine>> consumer) {
        ReadAhead.forEach(count(), this::lines, consumer);
    }
}
