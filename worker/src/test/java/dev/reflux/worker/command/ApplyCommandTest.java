package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Single steps as a user applies them to files. */
class ApplyCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path in;
    private Path accepted;
    private Path rejected;

    @BeforeEach
    void writeSamples() throws IOException {
        accepted = folder.resolve("accepted.jsonl");
        rejected = folder.resolve("rejected.jsonl");
        in = Files.write(
                folder.resolve("in.jsonl"),
                List.of(
                        "{\"text\": \"Write a haiku about rain.\"}",
                        "{\"text\": \"Explain TCP slow start in two sentences.\"}",
                        "{\"text\": \"Write a haiku about rain.\"}"));
    }

    @Test
    void appliesAStepOfTheMerge() throws IOException {
        assertThat(apply("deduplicate", "--rejected", rejected.toString(), "--json"))
                .as(err.toString())
                .isZero();

        JsonNode counts = new ObjectMapper().readTree(out.toString());
        assertThat(counts.path("input").asInt()).isEqualTo(3);
        assertThat(counts.path("accepted").asInt()).isEqualTo(2);
        assertThat(counts.path("rejected").path("duplicate").asInt()).isEqualTo(1);
        assertThat(Files.readAllLines(accepted)).hasSize(2);
        assertThat(Files.readString(rejected)).contains("\"reason\":\"duplicate\"");
    }

    @Test
    void appliesTheStepsOfTheMergeThatCombine() throws IOException {
        Files.write(
                in,
                List.of(
                        "{\"text\": \"Is it late?\", \"answers\": [\"Yes.\"]}",
                        "{\"text\": \"is it late?\", \"answers\": [\"No.\"]}"));

        assertThat(apply("split")).as(err.toString()).isZero();
        assertThat(Files.readAllLines(accepted)).hasSize(2).allMatch(line -> line.contains("\"split/"));
        assertThat(apply("balance", "--set", "by=source", "--set", "most=1", "--rejected", rejected.toString()))
                .as(err.toString())
                .isZero();
        assertThat(rejected).content().contains("over-quota", "balance/in.jsonl");
        assertThat(apply("resolve", "--set", "keep=reject-all"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("2 in, 0 accepted").contains("conflicting");
    }

    @Test
    void appliesAStageThatAsksNobody() throws IOException {
        assertThat(apply("confidence-filter", "--set", "threshold=0.5"))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("3 in, 0 accepted").contains("3 rejected");
        assertThat(accepted).isEmptyFile();
    }

    @Test
    void asksATeacherOnceForWhatIsAppliedTwice() {
        try (ScriptedTeacher server = ScriptedTeacher.start(Script.answering("Slowly."))) {
            String[] teacher = {
                "--teacher",
                "provider=openai",
                "--teacher",
                "model=scripted",
                "--teacher",
                "baseUrl=" + server.baseUrl()
            };
            assertThat(apply("answer", teacher)).as(err.toString()).isZero();
            int calls = server.stats().requests();
            assertThat(calls).isPositive();
            assertThat(out.toString()).contains(calls + " calls paid, ");

            assertThat(apply("answer", teacher)).as(err.toString()).isZero();

            assertThat(server.stats().requests()).isEqualTo(calls);
            assertThat(out.toString()).contains("0 calls paid, 3 more from the ledger");
            assertThat(accepted).content().contains("Slowly.");
        }
    }

    @Test
    void takesTheStepsSettingsFromACampaign() throws IOException {
        Path campaign = Files.writeString(folder.resolve("campaign.yaml"), """
                campaign: any
                inputs: {pool: {path: pool.jsonl, text: question}}
                teacher: {provider: embedded}
                stages: [{confidence-filter: {threshold: 0}}]
                merge: [{deduplicate: {minhash: {threshold: 0.3, shingle: words, size: 1}}}]
                """);
        Files.write(
                in,
                List.of(
                        "{\"question\": \"Name three rivers of France.\"}",
                        "{\"question\": \"Name three rivers of Spain.\"}"));

        assertThat(apply("deduplicate", "--campaign", campaign.toString()))
                .as(err.toString())
                .isZero();

        assertThat(out.toString()).contains("2 in, 1 accepted").contains("near-duplicate");
    }

    @Test
    void saysWhatIsWrongAndLeavesNothing() {
        assertThat(apply("deduplicates")).isEqualTo(2);
        assertThat(err.toString()).contains("STEP must be one of").contains("got deduplicates");
        assertThat(apply("deduplicate", "--set", "minhash.treshold=0.5")).isEqualTo(3);
        assertThat(err.toString()).contains("did you mean threshold?");
        assertThat(apply("judge")).isEqualTo(3);
        assertThat(err.toString()).contains("must ask a chat model");

        assertThat(accepted).doesNotExist();
    }

    private int apply(String step, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of(
                                "apply",
                                step,
                                "--in",
                                in.toString(),
                                "--out",
                                accepted.toString(),
                                "--workspace",
                                folder.resolve("workspace").toString()),
                        Stream.of(more))
                .toArray(String[]::new);
        out.getBuffer().setLength(0);
        return RefluxCommand.in(new Surroundings(Wiring.of(Map.of()), Map.of()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
