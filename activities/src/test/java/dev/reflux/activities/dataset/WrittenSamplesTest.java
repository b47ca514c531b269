package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.labelled;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Samples that Reflux wrote, as inputs. */
class WrittenSamplesTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path root;

    private CampaignFiles campaign;

    @BeforeEach
    void write() throws IOException {
        campaign = new CampaignFiles(root);
        campaign.gold = null;
    }

    @Test
    void keepAllTheyHave() throws IOException {
        campaign.write(
                "pool.jsonl",
                JSON.writeValueAsString(whole("0123456789abcdef")),
                text("one"),
                PlanJson.mapper().writeValueAsString(whole("0123456789abcdef-2")));

        campaign.open();

        List<Sample> pool = all(campaign.opened.pool());
        assertThat(pool).hasSize(3).contains(whole("0123456789abcdef"), whole("0123456789abcdef-2"));
        assertThat(pool.get(1).provenance().origin()).isEqualTo("pool.jsonl:2");
    }

    @Test
    void comeInAcceptedAgain() throws IOException {
        campaign.write("pool.jsonl", JSON.writeValueAsString(whole("a").rejected("too-short")));

        campaign.open();

        assertThat(all(campaign.opened.pool())).containsExactly(whole("a"));
    }

    @Test
    void keepTheirLabelsAsSeeds() throws IOException {
        campaign.write(
                "seeds.jsonl",
                JSON.writeValueAsString(whole("a")),
                labelled("my card was taken twice", "double-charge"));
        campaign.write("holdout.jsonl", labelled("still no parcel", "double-charge"));

        campaign.open();

        assertThat(all(campaign.opened.seeds())).contains(whole("a")).hasSize(2);
    }

    @Test
    void areRefusedWithALabelThatIsNotTheCampaigns() throws IOException {
        campaign.write("holdout.jsonl", JSON.writeValueAsString(whole("a")));

        refuses("inputs.holdout field 'label' must be one of", "holdout.jsonl line 1");
    }

    @Test
    void areRefusedWhereTheyAreBroken() throws IOException {
        String good = JSON.writeValueAsString(whole("a"));

        campaign.write("pool.jsonl", text("one"), good.replace("\"ACCEPTED\"", "\"perhaps\""));
        refuses("inputs.pool field 'decision'", "got \"perhaps\"", "pool.jsonl line 2", "restore the row");
        campaign.write("pool.jsonl", good.replace("\"PASSED\"", "\"splendid\""));
        refuses("field 'answers[0].verdicts[0].outcome'", "got \"splendid\"", "pool.jsonl line 1");
        campaign.write("pool.jsonl", good.replace("\"origin\"", "\"source\""));
        refuses("field 'provenance' of a sample that Reflux wrote must say its origin");
        campaign.write("pool.jsonl", good.replace("0.75", "75"));
        refuses("field 'confidence' of a sample that Reflux wrote must be in [0, 1], got 75.0");
    }

    @Test
    void areRefusedUnderOneId() throws IOException {
        String good = JSON.writeValueAsString(whole("a"));
        campaign.write("pool.jsonl", good, text("one"), good);

        refuses("must give each sample an id of its own; line 1 has it too, got a", "pool.jsonl line 3");
    }

    @Test
    void areNotSeenInRowsOfOtherPrograms() throws IOException {
        campaign.write(
                "pool.jsonl", "{\"id\": 7, \"text\": \"one\", \"decision\": \"keep\", \"provenance\": \"the web\"}");

        campaign.open();

        assertThat(all(campaign.opened.pool())).extracting(Sample::text).containsExactly("one");
    }

    private static Sample whole(String id) {
        Verdict verdict = Verdict.passed("judge/helpfulness", 4.0, "It helps.");
        Task task = new Task(
                "Be brief.",
                List.of(new Message(Message.Role.USER, "Hello"), new Message(Message.Role.ASSISTANT, "Hello.")),
                "A passage.",
                null,
                "4",
                Map.of("tests", "assert"));
        return new Sample(
                        id,
                        "Text of " + id,
                        "4",
                        0.75,
                        List.of(new Candidate("4", 0.75)),
                        Decision.ACCEPTED,
                        null,
                        new Provenance(
                                "first.jsonl",
                                "openai/gpt",
                                "ab12",
                                2,
                                "answer",
                                List.of("p"),
                                List.of("evolve/deepen")))
                .under(task)
                .answered(List.of(new Answer("4", "2 + 2", "openai/gpt", "ab12", Mark.CHOSEN, List.of(verdict))));
    }

    private void refuses(String... parts) {
        assertThatThrownBy(campaign::check)
                .isInstanceOf(InvalidCampaignException.class)
                .message()
                .contains(parts);
    }
}
