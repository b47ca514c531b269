package dev.reflux.activities.dataset;

import dev.reflux.activities.export.ExportTemplates;
import dev.reflux.activities.shard.BuiltAside;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.teacher.replay.ReplayTeacher;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.campaign.OpenRequest;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Opens campaigns: reads and checks the input files and recorded answers, cuts them into shards and leaves {@code plan.json}. Opening one
 * again returns the recorded report; input shards that were broken meanwhile are written anew, with the same bytes.
 *
 * <p>Needs memory for a shard, for what {@code perLabel} draws, and for some 300 bytes of every other sample.
 */
public final class CampaignOpening {

    private final Environment environment;

    /** @param environment resolves the placeholders in the paths of input files and recordings */
    public CampaignOpening(Environment environment) {
        this.environment = environment;
    }

    /**
     * Opens a campaign.
     *
     * @param labels labels that the campaign lists; empty where it lists none
     * @throws InvalidCampaignException if an input is wrong, or another campaign has this name; nothing is left then
     * @throws dev.reflux.activities.shard.WorkspaceException if the workspace cannot be written; nothing is left then
     */
    public OpenReport open(OpenRequest request, CampaignFolder folder, List<String> labels) {
        JsonDocument plan = new JsonDocument(folder.plan());
        if (plan.exists()) {
            OpenedCampaign opened = OpenedCampaign.read(folder);
            requireSame(opened, request, folder);
            if (isWhole(opened.report(), folder)) {
                return opened.report();
            }
            requireUnchangedInputs(request);
        }
        return write(request, folder, labels);
    }

    /**
     * Reads everything that {@link #open} would, and writes nothing.
     *
     * @param folder the campaign file's folder
     * @throws InvalidCampaignException if an input is wrong
     */
    public OpenReport check(CampaignPlan plan, Path folder, List<String> labels) {
        CampaignInputs.Files files = CampaignInputs.Files.of(plan, folder, environment);
        requireFurtherFiles(plan, folder);
        ExportTemplates templates = ExportTemplates.of(plan, folder, environment);
        return new CampaignInputs(plan, files, labels, (kind, sample) -> tryOut(templates, kind, sample)).read();
    }

    /** Reads them and lets them go: what is wrong in them shows here, not at the first question. */
    private void requireFurtherFiles(CampaignPlan plan, Path folder) {
        ReplayTeacher.all(plan, folder, environment);
        TextLists.check(plan, folder, environment);
        BenchmarkFiles.check(plan, folder, environment);
    }

    private static void tryOut(ExportTemplates templates, InputKind kind, Sample sample) {
        if (kind == InputKind.POOL) {
            templates.require(sample);
        }
    }

    private OpenReport write(OpenRequest request, CampaignFolder folder, List<String> labels) {
        CampaignPlan plan = request.plan();
        CampaignInputs.Files files = CampaignInputs.Files.of(plan, Path.of(request.folder()), environment);
        requireFurtherFiles(plan, Path.of(request.folder()));
        ExportTemplates templates = ExportTemplates.of(plan, Path.of(request.folder()), environment);
        try (BuiltAside aside = new BuiltAside(folder, "inputs.tmp")) {
            Map<InputKind, ShardWriter> writers = new EnumMap<>(InputKind.class);
            for (InputKind kind : InputKind.values()) {
                writers.put(
                        kind,
                        new ShardWriter(kind.in(aside.folder()), plan.shards().size()));
            }
            CampaignInputs inputs = new CampaignInputs(plan, files, labels, (kind, sample) -> {
                tryOut(templates, kind, sample);
                writers.get(kind).add(sample);
            });
            OpenReport report = inputs.read();
            writers.values().forEach(ShardWriter::cut);
            aside.moveIn("inputs");
            new JsonDocument(folder.plan())
                    .write(new OpenedCampaign(plan, request.folder(), request.fingerprint(), inputs.labels(), report));
            return report;
        }
    }

    private static void requireSame(OpenedCampaign opened, OpenRequest request, CampaignFolder folder) {
        if (!opened.fingerprint().equals(request.fingerprint())) {
            throw new InvalidCampaignException("campaign " + request.plan().campaign()
                    + " already exists with other content (" + folder.plan() + " has fingerprint "
                    + opened.fingerprint()
                    + ", got " + request.fingerprint() + "); choose another name or another workspace, or delete "
                    + folder.root());
        }
    }

    /** Broken input shards heal only from the files they were made of. */
    private void requireUnchangedInputs(OpenRequest request) {
        String now = CampaignFingerprint.of(request.plan(), Path.of(request.folder()), environment);
        if (!now.equals(request.fingerprint())) {
            throw new InvalidCampaignException("campaign " + request.plan().campaign()
                    + " needs its input files as they"
                    + " were, with fingerprint " + request.fingerprint() + ", because its copy of them is broken, got "
                    + now + "; restore the files, or start a campaign under another name");
        }
    }

    private static boolean isWhole(OpenReport report, CampaignFolder folder) {
        try {
            return samples(InputKind.SEEDS, folder) == report.seeds()
                    && samples(InputKind.POOL, folder) == report.pool()
                    && samples(InputKind.HOLDOUT, folder) == report.holdout()
                    && samples(InputKind.GOLD, folder) == report.gold();
        } catch (ShardCorruptException e) {
            return false; // Written anew from the same files, it heals.
        }
    }

    private static long samples(InputKind kind, CampaignFolder folder) {
        AtomicLong count = new AtomicLong();
        kind.in(folder).forEach((Sample sample) -> count.incrementAndGet());
        return count.get();
    }
}
