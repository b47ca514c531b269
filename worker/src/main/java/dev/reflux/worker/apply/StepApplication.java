package dev.reflux.worker.apply;

import dev.reflux.activities.table.RowWriter;
import dev.reflux.config.CampaignPlan;
import dev.reflux.worker.wiring.Assembly;
import dev.reflux.worker.wiring.Bench;
import dev.reflux.workflows.Tally;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Carries orders out: reads the samples, applies the step, writes what it let through and what it rejected. */
public final class StepApplication {

    private static final String NO_FILE = "reflux apply";

    private final Assembly assembly;

    public StepApplication(Assembly assembly) {
        this.assembly = assembly;
    }

    /** Where the samples go; {@code rejected} is null where they are not wanted. */
    public record Files(Path accepted, Path rejected) {}

    /**
     * The plan of an order, checked as a campaign's is.
     *
     * @throws dev.reflux.config.InvalidCampaignException if the step does not exist, or a setting does not fit
     */
    public CampaignPlan plan(StepOrder order) {
        String text = StepCampaign.of(order, assembly.mergeSteps().contains(order.step()));
        return assembly.parse(
                order.campaign() == null ? NO_FILE : order.campaign().toString(),
                text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Applies the step; each file is there whole or not at all. Before anything is asked or spent it is sure that both can be
     * written.
     *
     * @param scratch folder for samples under way
     * @param workspace folder whose ledger knows what was asked before
     */
    public Tally apply(StepOrder order, Files files, Path scratch, Path workspace, LongConsumer progress) {
        CampaignPlan plan = plan(order);
        Path folder = order.campaign() == null
                ? Path.of("")
                : order.campaign().toAbsolutePath().getParent();
        SampleFile accepted = new SampleFile(files.accepted());
        accepted.check();
        SampleFile rejected = files.rejected() == null ? null : new SampleFile(files.rejected());
        if (rejected != null) {
            rejected.check();
        }
        try (Bench bench = assembly.bench(scratch, workspace)) {
            Bench.Applied applied = bench.apply(plan, folder.toAbsolutePath().normalize(), progress);
            commit(accepted, rejected, applied);
            return applied.tally();
        }
    }

    /** Neither is moved into its place before both are on the disk. */
    private static void commit(SampleFile accepted, SampleFile rejected, Bench.Applied applied) {
        try (RowWriter bad = rejected == null ? null : rejected.written(applied.rejected());
                RowWriter good = accepted.written(applied.accepted())) {
            if (bad != null) {
                bad.commit();
            }
            good.commit();
        }
    }
}
