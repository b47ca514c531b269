package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.dataset.merge.MergeStep;
import dev.reflux.activities.dataset.merge.MergeSteps;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.Stages;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every stage and every step of the merge, applied to a file: what goes in comes out, accepted or rejected. */
class EveryStepAppliedTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What steps cannot do without. */
    private static final Map<String, List<String>> SETTINGS = settings();

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private static Map<String, List<String>> settings() {
        Map<String, List<String>> settings = new TreeMap<>();
        settings.put("confidence-filter", List.of("threshold=0.5"));
        settings.put("generate", List.of("count=4"));
        settings.put("personas", List.of("file=personas.txt"));
        settings.put("verify", List.of("by=math"));
        settings.put("rejection-sampling", List.of("by=[{verdict: verify/math}]"));
        settings.put("decontaminate", List.of("benchmarks=[benchmark.jsonl]"));
        settings.put("balance", List.of("by=source", "most=9"));
        settings.put("rank", List.of("by=[length]", "keep=3"));
        return settings;
    }

    static List<String> steps() {
        return Stream.concat(
                        Stages.all().stream().map(Stage::name),
                        MergeSteps.all().stream().map(MergeStep::name))
                .toList();
    }

    @BeforeEach
    void writeFiles() throws IOException {
        write(
                "seeds.jsonl",
                "{'text': 'Where is my money?', 'label': 'refund'}",
                "{'text': 'Too late.', 'label': 'late'}");
        write("personas.txt", "A gardener from Kent.");
        write("benchmark.jsonl", "{'question': 'Name the planets of the solar system, please.'}");
        write(
                "in.jsonl",
                "{'text': 'Add 2 and 3.', 'reference': '5', 'answers': ['It is 5.', '6']}",
                "{'messages': [{'role': 'user', 'content': 'Hello'}, {'role': 'assistant', 'content': 'Hi'},"
                        + " {'role': 'user', 'content': 'Name a river.'}, {'role': 'assistant', 'content': 'Rhine'}]}",
                "{'text': 'Name the planets of the solar system, please.'}",
                "{'text': 'Name a colour.', 'chosen': 'Red', 'rejected': 'Seven'}");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everySampleComesOutAcceptedOrRejected(String step) throws IOException {
        JsonNode tally = apply(step, "in.jsonl", "out.jsonl");

        int accepted = lines("out.jsonl").size();
        int rejected = lines("rejected.jsonl").size();
        assertThat(tally.path("accepted").asInt()).isEqualTo(accepted);
        int counted = 0;
        for (JsonNode reason : tally.path("rejected")) {
            counted += reason.asInt();
        }
        assertThat(counted).isEqualTo(rejected);
        assertThat(accepted + rejected).isGreaterThanOrEqualTo(4);
        assertThat(lines("rejected.jsonl")).allSatisfy(line -> assertThat(line).contains("\"reason\":\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"filter safety={}", "judge mode=difficulty template=qwen"})
    void whatAsksATeacherOnlyIfWantedCanBeApplied(String order) throws IOException {
        String[] words = order.split(" ");
        JsonNode tally = apply(words[0], "in.jsonl", "out.jsonl", Arrays.copyOfRange(words, 1, words.length));

        assertThat(tally.path("teacherCalls").asInt()).isPositive();
        assertThat(lines("out.jsonl").size() + lines("rejected.jsonl").size()).isEqualTo(4);
    }

    private JsonNode apply(String step, String in, String accepted, String... settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("apply", step, "--json"));
        if (!step.equals("generate")) {
            arguments.addAll(List.of("--in", path(in)));
        }
        arguments.addAll(List.of("--out", path(accepted), "--rejected", path("rejected.jsonl")));
        arguments.addAll(List.of("--seeds", path("seeds.jsonl"), "--workspace", path("workspace")));
        arguments.addAll(List.of("--teacher", "provider=rehearsal", "--teacher", "model=made-up"));
        for (String setting : SETTINGS.getOrDefault(step, List.of())) {
            arguments.addAll(List.of("--set", setting.replaceAll("(personas.txt|benchmark.jsonl)", path("$1"))));
        }
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        execute(arguments.toArray(String[]::new));
        return JSON.readTree(out.toString());
    }

    private void execute(String... arguments) {
        out.getBuffer().setLength(0);
        int code = RefluxCommand.in(new Surroundings(Wiring.of(Map.of()), Map.of()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        assertThat(code).as("%s: %s", Arrays.toString(arguments), err).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "jsonl.gz", "json", "json.zst", "csv", "csv.gz", "parquet"})
    void oneStepsOutputIsTheNextOnesInputInEveryKindOfFile(String ending) throws IOException {
        apply("judge", "in.jsonl", "judged.jsonl");
        String[] passOn = {"--set", "threshold=0", "--workspace", path("workspace")};
        List<String> judged = lines("judged.jsonl");
        assertThat(judged).hasSizeBetween(2, 4).allSatisfy(line -> assertThat(line)
                .contains("judge/helpfulness"));

        applyLength("judged.jsonl", "there." + ending, passOn);
        applyLength("there." + ending, "back.jsonl", passOn);

        assertThat(trees("back.jsonl")).isEqualTo(trees("judged.jsonl"));
    }

    /** A step that changes nothing. */
    private void applyLength(String in, String to, String... more) {
        execute(Stream.concat(
                        Stream.of("apply", "rank", "--in", path(in), "--out", path(to)),
                        Stream.of("--set", "by=[length]", "--set", "keep=9", more[2], more[3]))
                .toArray(String[]::new));
    }

    @Test
    void rejectedSamplesAreLetInAgain() throws IOException {
        apply("rank", "in.jsonl", "out.jsonl");
        assertThat(lines("rejected.jsonl")).hasSize(1);
        Files.move(folder.resolve("rejected.jsonl"), folder.resolve("again.jsonl"));

        apply("rank", "again.jsonl", "out.jsonl");

        assertThat(lines("out.jsonl")).singleElement().asString().contains("\"decision\":\"ACCEPTED\"");
    }

    private List<JsonNode> trees(String name) throws IOException {
        List<JsonNode> trees = new ArrayList<>();
        for (String line : lines(name)) {
            trees.add(JSON.readTree(line));
        }
        return trees;
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(
                folder.resolve(name),
                Stream.of(lines).map(line -> line.replace('\'', '"')).toList());
    }
}
