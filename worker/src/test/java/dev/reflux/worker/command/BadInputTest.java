package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user gets for bad input: one message with place, rule, value and remedy, an exit code, and nothing half-made. */
class BadInputTest {

    private static final String CAMPAIGN = """
            campaign: demo
            inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl}
            teacher: {provider: embedded}
            stages:
              - pseudo-label: {labels: [refund, delivery]}
              - confidence-filter: {threshold: 0.9}
            """;

    private static final String LABELLED = """
            {"text": "where is my money", "label": "refund"}
            {"text": "where is my parcel", "label": "delivery"}
            """;

    @TempDir
    Path folder;

    private final Map<String, String> environment = new TreeMap<>();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aGoodCampaign() {
        write("campaign.yaml", CAMPAIGN);
        write("seeds.jsonl", LABELLED);
        write("holdout.jsonl", LABELLED.replace("my", "the"));
        write("pool.jsonl", "{\"text\": \"money please\"}\n");
    }

    @Test
    void theGoodCampaignIsValid() {
        assertThat(execute("validate", file())).describedAs(err.toString()).isZero();
    }

    @Test
    void aTypoInAKey() {
        write("campaign.yaml", CAMPAIGN.replace("teacher:", "techer:"));
        refuses("campaign.yaml", "line", "techer", "teacher");
    }

    @Test
    void aStageThatDoesNotExist() {
        write("campaign.yaml", CAMPAIGN.replace("confidence-filter", "confidence-fitler"));
        refuses("campaign.yaml line 6", "stages[1]", "confidence-fitler", "confidence-filter");
    }

    @Test
    void aThresholdOutOfRange() {
        write("campaign.yaml", CAMPAIGN.replace("0.9", "1.4"));
        refuses("campaign.yaml line 6", "stages[1].confidence-filter.threshold", "must be in [0, 1]", "1.4");
    }

    @Test
    void aConfidenceThatTheTeacherCannotGive() {
        write("campaign.yaml", CAMPAIGN.replace("labels: [refund, delivery]", "confidence: vote"));
        refuses(
                "campaign.yaml line 5",
                "stages[0].pseudo-label.confidence",
                "must be left out where the teacher is embedded",
                "got vote",
                "remove it");
    }

    @Test
    void aMissingFile() throws IOException {
        Files.delete(folder.resolve("pool.jsonl"));
        refuses("inputs.pool", "must be a file", "got nothing", "pool.jsonl", "correct the path");
    }

    @Test
    void aFileThatIsNotUtf8() throws IOException {
        Files.write(folder.resolve("pool.jsonl"), "{\"text\": \"caf\u00e9\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        refuses("inputs.pool", "must be UTF-8", "pool.jsonl line 1", "save the file");
    }

    @Test
    void aLineThatIsNotJson() {
        write("pool.jsonl", "{\"text\": \"fine\"}\n{\"text\": \"cut\n");
        refuses("inputs.pool", "JSON", "pool.jsonl line 2");
    }

    @Test
    void aLineThatLacksItsField() {
        write("pool.jsonl", "{\"text\": \"fine\"}\n{\"body\": \"no text\"}\n");
        refuses("inputs.pool", "text", "pool.jsonl line 2");
    }

    @Test
    void anEmptyPool() {
        write("pool.jsonl", "");
        refuses("inputs.pool", "pool.jsonl");
    }

    @Test
    void oneClassOnly() {
        write("seeds.jsonl", "{\"text\": \"a\", \"label\": \"refund\"}\n{\"text\": \"b\", \"label\": \"refund\"}\n");
        refuses("inputs.seeds", "two", "refund", "seeds.jsonl");
    }

    @Test
    void aSeedLabelThatTheListLacks() {
        write("seeds.jsonl", LABELLED + "{\"text\": \"c\", \"label\": \"invoice\"}\n");
        refuses("inputs.seeds", "invoice", "seeds.jsonl line 3");
    }

    @Test
    void aMissingEnvironmentVariable() {
        write("campaign.yaml", CAMPAIGN.replace("pool: pool.jsonl", "pool: \"${POOL_DIR}/pool.jsonl\""));
        refuses("campaign.yaml line 2", "inputs.pool", "POOL_DIR", "export");
    }

    @Test
    void aWrongKeyFailsTheCampaignAtOnceWithoutShowingIt() {
        environment.put("DEMO_KEY", "sk-very-secret");
        Script refusing = Script.answering("{\"label\": \"refund\"}").failing(Fault.UNAUTHORIZED, 1);
        try (ScriptedTeacher teacher = ScriptedTeacher.start(refusing)) {
            String openai = "teacher: {provider: openai, model: m, apiKey: \"${DEMO_KEY}\", baseUrl: \""
                    + teacher.baseUrl() + "\"}";
            write("campaign.yaml", CAMPAIGN.replace("teacher: {provider: embedded}", openai));

            int code = execute("run", file(), "--workspace", workspace().toString(), "--temporal", "embedded");

            assertThat(code).isEqualTo(ExitCode.CAMPAIGN_FAILED.code());
            assertThat(err.toString()).contains("key").contains("openai").doesNotContain("sk-very-secret");
            assertThat(teacher.stats().requests()).isLessThan(40);
        }
    }

    private void refuses(String... words) {
        assertThat(execute("validate", file())).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        String message = err.toString().strip();
        assertThat(message.lines()).hasSize(1);
        assertThat(message).contains(words);
        err.getBuffer().setLength(0);
        assertThat(execute("run", file(), "--workspace", workspace().toString(), "--temporal", "embedded"))
                .isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(err.toString().strip()).isEqualTo(message);
        assertThat(workspace()).doesNotExist();
    }

    private int execute(String... arguments) {
        return RefluxCommand.in(new Surroundings(Wiring.of(environment), environment))
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private String file() {
        return folder.resolve("campaign.yaml").toString();
    }

    private Path workspace() {
        return folder.resolve("workspace");
    }

    private void write(String name, String text) {
        try {
            Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
