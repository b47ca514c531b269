package dev.reflux.activities.report;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import java.util.ArrayList;
import java.util.List;

/** Shards that are lists. */
public final class MemoryShards implements ShardSet {
    private final List<List<Sample>> shards = new ArrayList<>();

    @Override
    public int count() {
        return shards.size();
    }

    @Override
    public List<Sample> read(int shard) {
        return shards.get(shard - 1);
    }

    @Override
    public ShardReceipt write(int shard, List<Sample> samples) {
        while (shards.size() < shard) {
            shards.add(List.of());
        }
        shards.set(shard - 1, List.copyOf(samples));
        return new ShardReceipt(samples.size(), 0, "");
    }
}
