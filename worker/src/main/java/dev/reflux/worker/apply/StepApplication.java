package dev.reflux.worker.apply;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.export.StreamedFile;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.worker.wiring.Assembly;
import dev.reflux.worker.wiring.Bench;
import dev.reflux.workflows.Tally;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Carries orders out: reads the samples, applies the step, writes what it let through and what it rejected. */
public final class StepApplication {

    private static final String NO_FILE = "reflux apply";

    private static final ObjectWriter LINES = JsonMapper.builder()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .build()
            .writerFor(Sample.class)
            .withRootValueSeparator("\n");

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
     * Applies the step; each file is there whole or not at all.
     *
     * @param scratch folder for samples under way
     * @param workspace folder whose ledger knows what was asked before
     */
    public Tally apply(StepOrder order, Files files, Path scratch, Path workspace, LongConsumer progress) {
        CampaignPlan plan = plan(order);
        Path folder = order.campaign() == null
                ? Path.of("")
                : order.campaign().toAbsolutePath().getParent();
        try (Bench bench = assembly.bench(scratch, workspace)) {
            Bench.Applied applied = bench.apply(plan, folder.toAbsolutePath().normalize(), progress);
            if (files.rejected() != null) {
                write(files.rejected(), applied.rejected());
            }
            write(files.accepted(), applied.accepted());
            return applied.tally();
        }
    }

    private static void write(Path file, ShardSet samples) {
        StreamedFile.write(file.toAbsolutePath(), writer -> write(writer, samples));
    }

    private static void write(Writer writer, ShardSet samples) throws IOException {
        boolean any = false;
        try (SequenceWriter lines = LINES.writeValues(writer)) {
            for (int shard = 1; shard <= samples.count(); shard++) {
                for (Sample sample : samples.read(shard)) {
                    lines.write(sample);
                    any = true;
                }
            }
        }
        if (any) {
            writer.write("\n");
        }
    }
}
