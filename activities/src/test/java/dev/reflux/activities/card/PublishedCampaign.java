package dev.reflux.activities.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.report.CampaignClosing;
import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Card;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.Limits;
import dev.reflux.config.MergePlan;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A finished campaign of two samples, each with a chosen and a rejected answer, and the folder of what it hands over. The
 * workspace is the campaign file's folder too.
 */
final class PublishedCampaign {
    static final String NASTY =
            "\"x\\\" | y |\n---\nlicense: mit <script>alert(1)</script> [a](javascript:b) `c` \uD83D\uDE00";
    static final String PROMPT = "b".repeat(64);

    Card card;
    List<Export> exports = List.of(new Export(Export.Format.MESSAGES, "talks.jsonl"));
    List<MergePlan> merge = List.of();
    JsonNode settings = JsonNodeFactory.instance.objectNode();
    String model = "gpt-4o-mini";
    String identity = "openai gpt-4o-mini https://me:pw@host.example/v1";

    private final CampaignFolder folder;
    private final Path files;

    PublishedCampaign(Path workspace) {
        files = workspace;
        folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
    }

    /** Closes the campaign; the folder of its exports. */
    Path publish() {
        folder.dataset(1).write(1, List.of(sample("a", Task.NONE), sample("b", talk())));
        new JsonDocument(folder.plan())
                .write(new OpenedCampaign(
                        plan(),
                        files.toString(),
                        "f1a9",
                        List.of(),
                        SampleCampaign.finished().inputs()));
        new CampaignClosing(Environment.of(Map.of()))
                .close(SampleCampaign.finished(), folder, plan(), SampleCampaign.books());
        return folder.exports();
    }

    /** Lets a step of the merge have found something. */
    void find(String step, JsonNode settings, Object findings) {
        merge = Stream.concat(merge.stream(), Stream.of(new MergePlan(step, settings)))
                .toList();
        new JsonDocument(folder.finding(1, merge.size(), step)).write(findings);
    }

    private static Task talk() {
        return Task.NONE
                .withSystem("Be brief.")
                .withHistory(List.of(Message.user("Hello there"), Message.assistant("Hello, how can I help?")));
    }

    private Sample sample(String id, Task task) {
        String text = "What should I do when my parcel has not arrived after two weeks?";
        return SampleCampaign.sample(id, text + " " + id, "lost", 0.9, null)
                .under(task)
                .answered(List.of(
                        Answer.of("Please call the carrier with the number on your receipt.", null, identity, PROMPT)
                                .marked(Mark.CHOSEN),
                        Answer.of("Nothing \uD83D\uDE00 {{ x }}.", null, identity, PROMPT)
                                .marked(Mark.REJECTED)));
    }

    private CampaignPlan plan() {
        CampaignPlan like = SampleCampaign.plan(Provider.OPENAI, model, exports);
        TeacherPlan teacher = new TeacherPlan(
                Provider.OPENAI,
                model,
                "https://me:pw@host.example/v1",
                "${OPENAI_API_KEY}",
                0,
                256,
                null,
                new Limits(16, null, null, Duration.ofSeconds(60)),
                new Price(0, null, 0));
        StagePlan stage = new StagePlan("filter", WorkerRole.COMPUTE, Preparation.NONE, 0, List.of(), settings);
        return new CampaignPlan(
                like.campaign(),
                like.inputs(),
                teacher,
                Map.of(),
                null,
                like.rounds(),
                like.shards(),
                List.of(stage),
                merge,
                new StudentPlan(StudentPlan.Kind.NONE, true, 1),
                exports,
                card);
    }
}
