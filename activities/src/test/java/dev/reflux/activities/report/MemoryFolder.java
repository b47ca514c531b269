package dev.reflux.activities.report;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.ShardSet;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A campaign's folder whose shards are in memory, and whose other files lie below a folder of the test. */
public final class MemoryFolder implements CampaignFolder {
    private final Path root;
    private final Map<String, ShardSet> sets = new TreeMap<>();

    public MemoryFolder(Path root) {
        this.root = root;
    }

    /** Puts a set of its own making in a round's dataset's place. */
    public void replaceDataset(int round, ShardSet shards) {
        sets.put("dataset/" + round, shards);
    }

    private ShardSet set(String name) {
        return sets.computeIfAbsent(name, unknown -> new MemoryShards());
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
        return root.resolve("report/index.html");
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
        return set("accepted/" + round + "/" + stage + "-" + name);
    }

    @Override
    public ShardSet rejected(int round, int stage, String name) {
        return set("rejected/" + round + "/" + stage + "-" + name);
    }

    @Override
    public Path preparation(int round, int stage, String name) {
        return root.resolve("rounds/0" + round + "/" + stage + "-" + name + "/preparation.json");
    }

    @Override
    public Path calibration(int round, int stage, String name) {
        return root.resolve("rounds/0" + round + "/" + stage + "-" + name + "/calibration.json");
    }

    @Override
    public ShardSet dataset(int round) {
        return set("dataset/" + round);
    }

    @Override
    public Path studentModel(int round) {
        return root.resolve("students/0" + round + ".model.zst");
    }

    @Override
    public Path studentReport(int round) {
        return root.resolve("students/0" + round + ".json");
    }
}
