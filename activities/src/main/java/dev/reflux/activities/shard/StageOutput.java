package dev.reflux.activities.shard;

import dev.reflux.workflows.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one stage of one round leaves for each shard: the accepted samples, the rejected ones, and last a record of what
 * they were made from, {@code shard-00001.report.json}. A stage that runs again finds out here that it is done.
 */
public final class StageOutput {

    private final ShardSet accepted;
    private final ShardSet rejected;
    private final Path folder;

    /**
     * What a stage made of a shard.
     *
     * @param madeFrom SHA-256 of all that determines the result
     */
    private record Done(String madeFrom, Tally tally) {}

    /** @param stage the stage's position, from 1 */
    public StageOutput(CampaignFolder campaign, int round, int stage, String name) {
        this.accepted = campaign.accepted(round, stage, name);
        this.rejected = campaign.rejected(round, stage, name);
        this.folder = campaign.preparation(round, stage, name).getParent();
    }

    /**
     * What the stage made of a shard, if it has finished it from just this.
     *
     * @param madeFrom SHA-256 of all that determines the result: input, settings, preparation
     * @return empty where it has not, or where a file of it is missing or broken: then it is to be made again
     */
    public Optional<Tally> finished(int shard, String madeFrom) {
        JsonDocument document = report(shard);
        if (!document.exists()) {
            return Optional.empty();
        }
        try {
            Done done = document.read(Done.class);
            boolean whole = done.madeFrom().equals(madeFrom)
                    && accepted.read(shard).size() == done.tally().accepted()
                    && rejected.read(shard).size() == done.tally().rejectedTotal();
            return whole ? Optional.of(done.tally()) : Optional.empty();
        } catch (ShardCorruptException e) {
            return Optional.empty(); // Made again from the same input, it heals.
        }
    }

    /**
     * Leaves what a stage made of a shard. Twice the same leaves the same files.
     *
     * @param samples accepted and rejected ones, in order
     * @throws WorkspaceException if it cannot be written; the shard counts as not finished then
     */
    public void finish(int shard, String madeFrom, List<Sample> samples, Tally tally) {
        JsonDocument report = report(shard);
        List<Sample> passed = samples.stream().filter(Sample::isAccepted).toList();
        if (passed.size() != tally.accepted() || samples.size() - passed.size() != tally.rejectedTotal()) {
            throw new IllegalArgumentException("tally of shard " + shard + " must count its samples, " + passed.size()
                    + " accepted of " + samples.size() + ", got " + tally);
        }
        withdraw(report.file());
        accepted.write(shard, passed);
        rejected.write(
                shard, samples.stream().filter(sample -> !sample.isAccepted()).toList());
        report.write(new Done(madeFrom, tally));
    }

    /** An old report must not vouch for new shards if the writing is cut short. */
    private static void withdraw(Path report) {
        try {
            Files.deleteIfExists(report);
        } catch (IOException e) {
            throw WholeFile.unwritable(report, e);
        }
    }

    private JsonDocument report(int shard) {
        return new JsonDocument(folder.resolve("shard-%05d.report.json".formatted(shard)));
    }
}
