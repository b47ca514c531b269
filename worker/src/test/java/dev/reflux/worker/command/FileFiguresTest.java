package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as {@code stats} and {@code diff} see them. */
class FileFiguresTest {

    private static final String VERDICT =
            "\"verdicts\": [{\"by\": \"judge/depth\", \"outcome\": \"passed\", \"score\": 4.0}]";

    @TempDir
    private Path folder;

    private CommandRun run;

    @BeforeEach
    void start() {
        run = new CommandRun(folder);
    }

    @Test
    void countsWhatRefluxWroteAndWhatItRejected() throws IOException {
        Path file = run.write(
                "samples.jsonl",
                sample("a", "Where is my card?", "card", "accepted", null)
                        + sample("b", "Where is my parcel?", "parcel", "rejected", "too-short")
                        + "{broken\n"
                        + sample("c", "where  is my CARD?", "card", "accepted", null));

        JsonNode stats = json("stats", file.toString());

        assertThat(stats.path("counts").toString())
                .isEqualTo("{\"samples\":3,\"rejected\":1,\"reasons\":{\"too-short\":1}}");
        assertThat(stats.path("labels").path("counts").toString()).isEqualTo("{\"card\":2,\"parcel\":1}");
        assertThat(stats.path("duplicates").path("duplicates").asLong()).isEqualTo(1);
        assertThat(stats.path("lengths")
                        .path("text")
                        .path("words")
                        .path("median")
                        .asDouble())
                .isEqualTo(4);
        assertThat(stats.path("verdicts")
                        .path("judge/depth")
                        .path("scores")
                        .path("mean")
                        .asDouble())
                .isEqualTo(4);
        assertThat(stats.path("bad").path("lines").get(0).path("line").asInt()).isEqualTo(3);
        assertThat(run.err()).contains("samples.jsonl line 3: must hold JSON");
    }

    @Test
    void printsTheFiguresInATerminal() {
        Path file = run.write("samples.jsonl", sample("a", "Where is my \u001b[31mcard?", "card", "accepted", null));

        assertThat(run.execute("stats", file.toString())).isZero();

        assertThat(run.out())
                .contains(
                        "samples.jsonl: 1\u00a0sample",
                        "1 labelled",
                        "lengths",
                        "text tokens",
                        "verdicts",
                        "distinct-1")
                .doesNotContain("\u001b");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 100 || line.contains("samples.jsonl"));
    }

    @Test
    void readsFilesOfAnyLayout() {
        Path file = run.write("rows.jsonl", """
                {"messages": [{"role": "user", "content": "Add 1 and 2."}, {"role": "assistant", "content": "3"}]}
                {"messages": [{"role": "user", "content": "Add 2 and 2."}, {"role": "assistant", "content": "4"}]}
                """);

        JsonNode stats = json("stats", file.toString());

        assertThat(stats.path("answers").path("mean").asDouble()).isEqualTo(1);
        assertThat(stats.path("lengths")
                        .path("answer")
                        .path("characters")
                        .path("most")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void readsFieldsByTheNamesThatAFileHas() {
        Path file = run.write("rows.jsonl", """
                {"utterance": "Where is my card?", "intent": "card", "text": 5}
                {"utterance": "Where is my parcel?", "intent": "parcel"}
                """);
        Path other = run.write("other.jsonl", """
                {"question": "Where is my card?", "intent": "card"}
                {"question": "Where is my parcel?", "intent": "lost"}
                """);

        JsonNode stats = json("stats", file.toString(), "--field", "text=utterance", "--field", "label=intent");
        assertThat(stats.path("labels").path("counts").toString()).isEqualTo("{\"card\":1,\"parcel\":1}");
        assertThat(run.execute("stats", file.toString())).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());

        JsonNode difference = json(
                "diff",
                file.toString(),
                other.toString(),
                "--field",
                "label=intent",
                "--field",
                "text=utterance",
                "--second-field",
                "text=question");
        assertThat(difference.path("matched").asInt()).isEqualTo(2);
        assertThat(difference.path("same").asInt()).isEqualTo(1);
    }

    @Test
    void fieldsThatAreNamedMakeALayoutOfAFileThatHasNone() {
        Path file = run.write("pairs.jsonl", "{\"ask\": \"Sky?\", \"good\": \"Blue, mostly.\", \"bad\": \"Green.\"}\n");

        JsonNode stats = json(
                "stats", file.toString(), "--field", "prompt=ask", "--field", "chosen=good", "--field", "rejected=bad");

        assertThat(stats.path("answers").path("mean").asDouble()).isEqualTo(2);
    }

    @Test
    void aTreeIsItsFirstConversation() {
        Path file = run.write("tree.jsonl", """
                {"message_id": "1", "parent_id": null, "role": "prompter", "text": "Sky?"}
                {"message_id": "2", "parent_id": "1", "role": "assistant", "text": "Green.", "rank": 1}
                {"message_id": "3", "parent_id": "1", "role": "assistant", "text": "Blue.", "rank": 0}
                {"message_id": "4", "parent_id": "9", "role": "assistant", "text": "Lost."}
                """);

        JsonNode stats = json("stats", file.toString());

        assertThat(stats.path("counts").path("samples").asInt()).isEqualTo(1);
        assertThat(stats.path("lengths")
                        .path("answer")
                        .path("characters")
                        .path("most")
                        .asInt())
                .isEqualTo("Blue.".length());
        assertThat(run.err()).contains("tree.jsonl line 4: parent_id must be that of a message before it");
    }

    @Test
    void failsWhereThereIsNothingToCount() {
        Path file = run.write("rows.jsonl", "{\"number\": 5}\n");

        assertThat(run.execute("stats", file.toString())).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(run.err()).contains("rows.jsonl line 1: needs one of the fields text", "got [number]");
    }

    @Test
    void streamsALargeFile() throws IOException {
        Path file = folder.resolve("large.jsonl");
        try (BufferedWriter rows = Files.newBufferedWriter(file)) {
            for (int row = 0; row < 60_000; row++) {
                rows.write("{\"text\": \"row " + row % 50_000 + "\", \"label\": \"" + row % 20_000 + "\"}\n");
            }
        }

        JsonNode stats = json("stats", file.toString());

        assertThat(stats.path("counts").path("samples").asLong()).isEqualTo(60_000);
        assertThat(stats.path("duplicates").path("duplicates").asLong()).isEqualTo(10_000);
        assertThat(stats.path("labels").path("counts")).hasSize(10_000);
        assertThat(stats.path("labels").path("others").asLong()).isEqualTo(30_000);
    }

    @Test
    void tellsWhatChanged() {
        Path before = run.write(
                "before.jsonl",
                sample("a", "one", "x", "accepted", null)
                        + sample("b", "two", "x", "accepted", null)
                        + sample("c", "three", "y", "accepted", null)
                        + sample("d", "four", "y", "accepted", null));
        Path after = run.write(
                "after.jsonl",
                sample("a", "one", "x", "accepted", null)
                        + sample("b", "two", "z", "accepted", null)
                        + sample("c", "three", "y", "rejected", "too-short")
                        + sample("f", " FOUR ", "y", "accepted", null)
                        + sample("e", "five", "z", "accepted", null));

        JsonNode difference = json("diff", before.toString(), after.toString());

        assertThat(difference.path("matched").asLong()).isEqualTo(4);
        assertThat(difference.path("same").asLong()).isEqualTo(2);
        assertThat(difference.path("onlyInFirst").path("count").asLong()).isZero();
        assertThat(difference.path("onlyInSecond").path("examples").findValuesAsText("id"))
                .containsExactly("e");
        JsonNode changed = difference.path("changed");
        assertThat(changed.path("kinds").toString()).isEqualTo("{\"decision\":1,\"label\":1}");
        assertThat(changed.path("labels").toString()).isEqualTo("{\"x → z\":1}");
        assertThat(changed.path("decisions").toString()).isEqualTo("{\"accepted → rejected: too-short\":1}");
        assertThat(changed.path("examples").get(0).path("first").path("label").asText())
                .isEqualTo("x");
        assertThat(difference.path("labels").path("z").toString()).isEqualTo("{\"first\":0,\"second\":2}");
    }

    @Test
    void aSampleThatKeptItsIdIsNotTakenForAnotherOfItsText() {
        Path before = run.write("before.jsonl", sample("a", "same", "x", "accepted", null));
        Path after = run.write(
                "after.jsonl", sample("b", "same", "y", "accepted", null) + sample("a", "same", "x", "accepted", null));

        JsonNode difference = json("diff", before.toString(), after.toString());

        assertThat(difference.path("same").asLong()).isEqualTo(1);
        assertThat(difference
                        .path("onlyInSecond")
                        .path("examples")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo("b");
    }

    @Test
    void showsDifferencesInATerminal() {
        Path before = run.write("before.jsonl", sample("a", "one", "x", "accepted", null));
        Path after = run.write(
                "after.jsonl", sample("a", "one", "y", "accepted", null) + sample("b", "two", "y", "accepted", null));

        assertThat(run.execute("diff", before.toString(), after.toString(), "--examples", "1"))
                .isZero();

        assertThat(run.out())
                .contains("1 in both: 0 the same, 1 changed", "only in B 1", "1 × x → y", "A a accepted [x] one");
    }

    private static String sample(String id, String text, String label, String decision, String reason) {
        String why = reason == null ? "null" : "\"" + reason + "\"";
        return "{\"id\": \"" + id + "\", \"text\": \"" + text.replace("\u001b", "\\u001b") + "\", \"label\": \"" + label
                + "\", \"confidence\": 0.9, \"candidates\": [], \"decision\": \"" + decision + "\", \"reason\": " + why
                + ", \"provenance\": {\"origin\": \"in.jsonl:1\", \"round\": 1}, \"answers\": [{\"text\": \"So.\", "
                + VERDICT + "}]}\n";
    }

    private JsonNode json(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 1);
        all[arguments.length] = "--json";
        assertThat(run.execute(all)).as(run.err()).isZero();
        try {
            return new ObjectMapper().readTree(run.out());
        } catch (IOException e) {
            throw new AssertionError(run.out(), e);
        }
    }
}
