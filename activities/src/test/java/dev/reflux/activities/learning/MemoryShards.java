package dev.reflux.activities.learning;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import java.util.List;
import java.util.TreeMap;

/** Shards that lie in memory. */
public final class MemoryShards implements ShardSet {

    private final TreeMap<Integer, List<Sample>> shards = new TreeMap<>();

    public static MemoryShards of(List<Sample> samples) {
        MemoryShards shards = new MemoryShards();
        shards.write(1, samples);
        return shards;
    }

    @Override
    public int count() {
        return shards.size();
    }

    @Override
    public List<Sample> read(int shard) {
        return shards.get(shard);
    }

    @Override
    public ShardReceipt write(int shard, List<Sample> samples) {
        shards.put(shard, List.copyOf(samples));
        return new ShardReceipt(samples.size(), 0, "");
    }
}
