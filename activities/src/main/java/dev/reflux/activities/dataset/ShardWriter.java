package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import java.util.ArrayList;
import java.util.List;

/** Cuts a stream of samples into shards, numbered without gaps, with no more than one in memory. */
final class ShardWriter {

    private final ShardSet shards;
    private final int size;
    private final List<Sample> next = new ArrayList<>();
    private int written;

    ShardWriter(ShardSet shards, int size) {
        this.shards = shards;
        this.size = size;
    }

    void add(Sample sample) {
        next.add(sample);
        if (next.size() == size) {
            cut();
        }
    }

    /** Ends the shard under way, if it has any sample. */
    void cut() {
        if (!next.isEmpty()) {
            shards.write(++written, next);
            next.clear();
        }
    }
}
