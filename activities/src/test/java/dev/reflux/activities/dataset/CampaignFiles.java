package dev.reflux.activities.dataset;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.Inputs;
import dev.reflux.config.Limits;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.Rounds;
import dev.reflux.config.Shards;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.TextList;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.campaign.OpenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A small campaign with its input files, to be changed at will, and a workspace to open it in. */
final class CampaignFiles {

    static final Environment ENVIRONMENT = Environment.of(Map.of("DATA", "."));

    /** Whom a merge that asks nobody may ask. */
    static final MergeDesks.Lending NOBODY = (plan, teacher, payer, budget) -> {
        throw new AssertionError("This merge must ask nobody");
    };

    final Path folder;
    final CampaignFolder opened;
    DataFile seeds = file("seeds.jsonl");
    DataFile pool = file("pool.jsonl");
    DataFile holdout = file("holdout.jsonl");
    DataFile gold = file("gold.jsonl");
    int shardSize = 2;
    String answers;
    Rounds.Over over = Rounds.Over.ALL;
    int creates = 0;
    List<TextList> lists = List.of();
    List<MergePlan> merge = List.of();
    List<Export> exports = List.of();
    TeacherPlan teacher;
    StudentPlan.Kind student = StudentPlan.Kind.NGRAM;

    CampaignFiles(Path root) throws IOException {
        this.folder = Files.createDirectories(root.resolve("campaign"));
        this.opened = new LocalWorkspace(root.resolve("workspace")).folder("support");
        write("seeds.jsonl", labelled("where is it", "lost"), labelled("my card was taken twice", "double-charge"));
        write("holdout.jsonl", labelled("still no parcel", "lost"), labelled("charged again", "double-charge"));
        write("pool.jsonl", text("one"), text("two"), text("three"), text("two"), text("five"));
        write("gold.jsonl", labelled("two", "lost"), labelled("five", "out-of-scope"), labelled("six", "lost"));
    }

    static DataFile file(String path) {
        return new DataFile(path, "text", "label", TaskFields.STANDARD, null, 1);
    }

    static String text(String text) {
        return "{\"text\": \"" + text + "\"}";
    }

    static String labelled(String text, String label) {
        return "{\"text\": \"" + text + "\", \"label\": \"" + label + "\"}";
    }

    Path write(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    CampaignPlan plan() {
        Limits limits = new Limits(16, null, null, Duration.ofSeconds(60));
        Provider provider = answers == null ? Provider.EMBEDDED : Provider.REPLAY;
        return new CampaignPlan(
                "support",
                new Inputs(seeds, pool, holdout, gold),
                teacher != null
                        ? teacher
                        : new TeacherPlan(
                                provider, null, null, "${KEY}", 0, 256, answers, limits, new Price(0, null, 0)),
                Map.of(),
                null,
                new Rounds(3, null, null, false, over),
                new Shards(shardSize, 16, Duration.ofSeconds(60)),
                List.of(new StagePlan(
                        "pseudo-label",
                        WorkerRole.TEACHER,
                        Preparation.NONE,
                        creates,
                        List.of(),
                        lists,
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("threshold", 0.9)
                                .put("samples", 3))),
                merge,
                new StudentPlan(student, true, 1),
                exports);
    }

    OpenRequest request() {
        CampaignPlan plan = plan();
        return new OpenRequest(plan, folder.toString(), CampaignFingerprint.of(plan, folder, ENVIRONMENT));
    }

    OpenReport open() {
        return new CampaignOpening(ENVIRONMENT).open(request(), opened, List.of());
    }

    OpenReport check(String... labels) {
        return new CampaignOpening(ENVIRONMENT).check(plan(), folder, List.of(labels));
    }

    static List<Sample> all(ShardSet shards) {
        List<Sample> samples = new ArrayList<>();
        shards.forEach(samples::add);
        return samples;
    }
}
