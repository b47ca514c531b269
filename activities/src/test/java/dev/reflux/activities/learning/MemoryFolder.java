package dev.reflux.activities.learning;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import java.nio.file.Path;
import java.util.TreeMap;

/** A campaign whose shards lie in memory and whose other files lie under a root. */
public final class MemoryFolder implements CampaignFolder {

    private final Path root;
    private final TreeMap<String, ShardSet> sets = new TreeMap<>();

    public MemoryFolder(Path root) {
        this.root = root;
    }

    /** Puts a set of shards under a name such as {@code seeds} or {@code dataset/1}. */
    public MemoryFolder with(String name, ShardSet shards) {
        sets.put(name, shards);
        return this;
    }

    @Override
    public Path root() {
        return root;
    }

    @Override
    public Path plan() {
        return root.resolve("plan.json");
    }

    @Override
    public Path summary() {
        return root.resolve("summary.json");
    }

    @Override
    public Path report() {
        return root.resolve("index.html");
    }

    @Override
    public Path exports() {
        return root.resolve("exports");
    }

    @Override
    public ShardSet seeds() {
        return set("seeds");
    }

    @Override
    public ShardSet pool() {
        return set("pool");
    }

    @Override
    public ShardSet holdout() {
        return set("holdout");
    }

    @Override
    public ShardSet gold() {
        return set("gold");
    }

    @Override
    public ShardSet accepted(int round, int stage, String name) {
        return set("accepted/" + round + "/" + stage);
    }

    @Override
    public ShardSet rejected(int round, int stage, String name) {
        return set("rejected/" + round + "/" + stage);
    }

    @Override
    public Path preparation(int round, int stage, String name) {
        return root.resolve(round + "-" + stage + ".json");
    }

    @Override
    public Path calibration(int round, int stage, String name) {
        return root.resolve(round + "-" + stage + "-calibration.json");
    }

    @Override
    public ShardSet dataset(int round) {
        return set("dataset/" + round);
    }

    @Override
    public Path studentModel(int round) {
        return root.resolve(round + ".model.zst");
    }

    @Override
    public Path studentReport(int round) {
        return root.resolve(round + ".json");
    }

    private ShardSet set(String name) {
        return sets.computeIfAbsent(name, any -> new MemoryShards());
    }
}
