package dev.reflux.activities.stage;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleLine;
import dev.reflux.activities.shard.ShardReceipt;
import dev.reflux.activities.shard.ShardSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a stage hands on in a rehearsal: what it rejected too, after what it accepted. Made-up answers please no verifier,
 * and every stage is to be tried.
 */
record RehearsedShards(ShardSet accepted, ShardSet rejected) implements ShardSet {

    @Override
    public int count() {
        return accepted.count();
    }

    @Override
    public List<Sample> read(int shard) {
        List<Sample> samples = new ArrayList<>(accepted.read(shard));
        rejected.read(shard).forEach(sample -> samples.add(sample.readmitted()));
        return samples;
    }

    @Override
    public Path file(int shard) {
        return accepted.file(shard);
    }

    @Override
    public boolean holds(int shard) {
        return accepted.holds(shard) && rejected.holds(shard);
    }

    @Override
    public String fingerprint() {
        return accepted.fingerprint() + rejected.fingerprint();
    }

    @Override
    public ShardReceipt writeLines(int shard, List<SampleLine> lines) {
        throw new UnsupportedOperationException("what a stage left is only read");
    }
}
