package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A finished campaign looked at: its samples one by one, as a whole, beside another, and exported again. */
class ExploreCommandsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static SmallCampaign campaign;
    private static List<Sample> dataset;

    @BeforeAll
    static void run() throws IOException {
        campaign = SmallCampaign.run(folder);
        CampaignFolder files = new LocalWorkspace(campaign.workspace).folder(SmallCampaign.NAME);
        dataset = new ArrayList<>();
        files.dataset(1).forEach(dataset::add);
        assertThat(dataset).isNotEmpty();
    }

    /** One that was made from one that was made from the pool. */
    private static Sample grandchild() {
        return dataset.stream()
                .filter(sample -> sample.provenance().operations().size() == 2)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tellsASamplesWholeStory() throws IOException {
        Sample sample = grandchild();

        assertThat(campaign.command("inspect", SmallCampaign.NAME, sample.id(), "--json"))
                .as(campaign.err())
                .isZero();

        JsonNode story = JSON.readTree(campaign.out());
        assertThat(story.path("sample").path("text").asText()).isEqualTo(sample.text());
        assertThat(story.path("sample").path("provenance").path("origin").asText())
                .matches("pool.jsonl:[1-8]");
        assertThat(story.path("ancestors").findValuesAsText("generation")).containsExactly("1", "2");
        assertThat(story.path("ancestors").get(0).path("id").asText())
                .isEqualTo(sample.provenance().parents().get(0));
        assertThat(story.path("ancestors").get(1).path("text").asText()).startsWith("Describe how the river");
        assertThat(story.path("steps").findValuesAsText("step")).startsWith("evolve", "answer", "judge");
        assertThat(story.path("steps").get(2).path("verdicts").toString()).contains("judge/helpfulness");
        assertThat(story.path("calls"))
                .extracting(line -> line.path("generation").asInt() + " "
                        + line.path("paid").path("stage").asText() + " "
                        + line.path("paid").path("calls").asInt())
                .contains("0 answer 2", "0 judge 2")
                .anyMatch(line -> line.startsWith("1 evolve"))
                .anyMatch(line -> line.startsWith("2 evolve"));
        assertThat(story.path("shared")).isEmpty();
        assertThat(Path.of(story.path("file").asText())).exists();
    }

    @Test
    void tellsItInATerminal() {
        Sample sample = grandchild();
        assertThat(campaign.command("inspect", SmallCampaign.NAME, sample.id())).isZero();

        assertThat(campaign.out())
                .contains(
                        "origin",
                        "made from",
                        "grandparent",
                        "what became of it",
                        "answer 1 of 2",
                        "calls paid to ask about it, $");
        assertThat(campaign.out().lines().filter(line -> !line.contains("lies in")))
                .allMatch(line -> line.length() <= 100);
    }

    @Test
    void findsASampleByTheBeginningOfItsId() {
        assertThat(campaign.command(
                        "inspect", SmallCampaign.NAME, grandchild().id().substring(0, 12)))
                .isZero();
        assertThat(campaign.out()).startsWith(grandchild().id() + " in small");

        assertThat(campaign.command("inspect", SmallCampaign.NAME, "x")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(campaign.err()).contains("sample id must be one of small, or the beginning of one, got x");
        assertThat(campaign.command("inspect", "smal", "x")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(campaign.err()).contains("dataset must be a file or a campaign, got smal");
        assertThat(campaign.command("inspect", "small.jsonl", "x")).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(campaign.err()).contains("where no file is");
    }

    @Test
    void tellsWhatIsThereWhileStagesAreAtWork() throws IOException {
        Path copy = folder.resolve("running");
        try (Stream<Path> files = Files.walk(campaign.workspace)) {
            for (Path file : files.sorted().toList()) {
                Files.copy(file, copy.resolve(campaign.workspace.relativize(file)));
            }
        }
        Path round = copy.resolve("small/rounds/01");
        for (String shard : List.of("2-answer/shard-00001", "3-judge/shard-00001")) {
            Files.delete(round.resolve(shard + ".json"));
        }
        Sample sample = grandchild();

        assertThat(campaign.command(
                        "inspect", SmallCampaign.NAME, sample.id(), "--json", "--workspace", copy.toString()))
                .as(campaign.err())
                .isZero();

        assertThat(JSON.readTree(campaign.out()).path("steps").findValuesAsText("step"))
                .containsExactly("evolve", "dataset");
    }

    @Test
    void namesTheSamplesThatAnIdFits() throws IOException {
        Path file = Files.writeString(folder.resolve("two.jsonl"), """
                {"id": "ab1", "text": "one"}
                {"id": "ab2", "text": "two"}
                """);

        assertThat(campaign.command("inspect", file.toString(), "ab")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(campaign.err()).contains("got ab, with which ab1, ab2 begin; give more of it");
        assertThat(campaign.command("inspect", file.toString(), "ab2")).isZero();
        assertThat(campaign.out()).contains("two.jsonl line 2", "two");
    }

    @Test
    void countsACampaign() throws IOException {
        assertThat(campaign.command("stats", SmallCampaign.NAME, "--json"))
                .as(campaign.err())
                .isZero();

        JsonNode stats = JSON.readTree(campaign.out());
        long samples = stats.path("counts").path("samples").asLong();
        assertThat(samples + stats.path("counts").path("rejected").asLong()).isGreaterThanOrEqualTo(dataset.size());
        assertThat(stats.path("dataset").asText()).isEqualTo("small@1");
    }

    @Test
    void exportsARoundAnew() throws IOException {
        Path file = folder.resolve("again.json.gz");

        assertThat(campaign.command("export", SmallCampaign.NAME, "--format", "messages", "--out", file.toString()))
                .as(campaign.err())
                .isZero();
        assertThat(campaign.out())
                .contains(
                        "again.json.gz (messages): " + 2 * dataset.size() + " rows of " + dataset.size() + " samples");
        assertThat(campaign.command("stats", file.toString(), "--json")).isZero();
        assertThat(JSON.readTree(campaign.out()).path("counts").path("samples").asInt())
                .isEqualTo(2 * dataset.size());
    }

    @Test
    void refusesExportsThatCannotBe() {
        Path file = folder.resolve("pairs.jsonl");

        assertThat(campaign.command("export", SmallCampaign.NAME, "--format", "preference", "--out", file.toString()))
                .isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(campaign.err()).contains("must hold a sample with what a preference export is made of");
        assertThat(file).doesNotExist();
        assertThat(campaign.command(
                        "export",
                        SmallCampaign.NAME,
                        "--format",
                        "prompt",
                        "--out",
                        folder.resolve("p.csv").toString()))
                .isEqualTo(ExitCode.USAGE.code());
        assertThat(campaign.err()).contains("--out must not end in .csv where the format is prompt");
        assertThat(campaign.command(
                        "export", SmallCampaign.NAME, "--format", "prompt", "--round", "2", "--out", file.toString()))
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(campaign.err()).contains("must be one from 1 to 1, which are finished, got 2");
        assertThat(folder.resolve("p.csv")).doesNotExist();
    }

    @Test
    void comparesACampaignWithItself() throws IOException {
        assertThat(campaign.command("diff", SmallCampaign.NAME, SmallCampaign.NAME + "@1", "--json"))
                .as(campaign.err())
                .isZero();

        JsonNode difference = JSON.readTree(campaign.out());
        assertThat(difference.path("matched").asLong()).isPositive();
        assertThat(difference.path("same")).isEqualTo(difference.path("matched"));
        assertThat(difference.path("onlyInFirst").path("count").asLong()).isZero();
    }
}
