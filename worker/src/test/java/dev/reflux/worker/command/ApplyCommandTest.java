package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedAnswer;
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
    void aStepOfTheMergeThatAsksIsPaidOnce() throws IOException {
        Path asked = Files.writeString(
                folder.resolve("asked.jsonl"),
                "{\"question\": \"Mara bakes 6 trays of 12 muffins and sells half. What is left?\"}\n");
        Files.write(
                in,
                List.of(
                        "{\"text\": \"After filling 6 trays with a dozen muffins apiece, Mara sold half. How many remain?\"}",
                        "{\"text\": \"Mara has baked muffins for her neighbours. Who are they?\"}"));
        try (ScriptedTeacher server = ScriptedTeacher.start(Script.answering(question -> ScriptedAnswer.of(
                "{\"why\": \"as it is\", \"sameProblem\": " + question.user().contains("a dozen") + "}")))) {
            String[] arguments = {
                "--set",
                "benchmarks=[" + asked + "]",
                "--set",
                "embedding.threshold=0",
                "--set",
                "embedding.judge={}",
                "--teacher",
                "provider=openai",
                "--teacher",
                "model=scripted",
                "--teacher",
                "baseUrl=" + server.baseUrl()
            };
            assertThat(apply("decontaminate", arguments)).as(err.toString()).isZero();
            assertThat(out.toString()).contains("2 in, 1 accepted", "contaminated", "2 calls paid, ");

            assertThat(apply("decontaminate", arguments)).as(err.toString()).isZero();

            assertThat(out.toString()).contains("2 in, 1 accepted", "0 calls paid, 2 more from the ledger");
            assertThat(server.stats().requests()).isEqualTo(2);
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
    void chainsSteps() throws IOException {
        Files.write(in, List.of("{\"text\": \"What is 2 + 2?\", \"reference\": \"4\"}"));
        try (ScriptedTeacher server = ScriptedTeacher.start(Script.answering("It is #### 4"))) {
            assertThat(apply(
                            "answer",
                            "--teacher",
                            "provider=openai",
                            "--teacher",
                            "model=scripted",
                            "--teacher",
                            "baseUrl=" + server.baseUrl()))
                    .as(err.toString())
                    .isZero();
        }
        JsonNode answered = new ObjectMapper().readTree(Files.readString(accepted));

        in = Files.move(accepted, folder.resolve("answered.jsonl"));
        assertThat(apply("verify", "--set", "by=math")).as(err.toString()).isZero();
        in = Files.move(accepted, folder.resolve("verified.jsonl"));
        assertThat(apply("rejection-sampling", "--set", "by=[verify/math]"))
                .as(err.toString())
                .isZero();

        JsonNode kept = new ObjectMapper().readTree(Files.readString(accepted));
        assertThat(kept.path("id")).isEqualTo(answered.path("id"));
        assertThat(kept.path("provenance").path("origin").asText()).isEqualTo("in.jsonl:1");
        assertThat(kept.path("answers").get(0).path("teacher"))
                .isEqualTo(answered.path("answers").get(0).path("teacher"));
        assertThat(kept.path("answers")
                        .get(0)
                        .path("verdicts")
                        .get(0)
                        .path("by")
                        .asText())
                .isEqualTo("verify/math");
    }

    @Test
    void takesRejectedSamplesInAgain() throws IOException {
        assertThat(apply("confidence-filter", "--set", "threshold=0.5", "--rejected", rejected.toString()))
                .isZero();

        in = rejected;
        assertThat(apply("deduplicate")).as(err.toString()).isZero();

        assertThat(out.toString()).contains("3 in, 2 accepted");
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
