package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example for code over its own tasks and public ones, with right, wrong and recorded solutions to each. */
class RecordedCodeTest {

    private static final int TASKS = 8;

    @TempDir
    Path folder;

    @BeforeEach
    void inASandbox() {
        Sandboxes.orSkip();
    }

    @Test
    void itsOwnTasksCanBeSolved() throws IOException {
        List<JsonNode> tasks = PublicRows.read(Path.of("../examples/code/tasks.jsonl"));

        assertKeepsTheRightOnes(
                tasks, tasks.stream().map(RecordedCodeTest::continued).toList());
    }

    @Test
    void keepsTheRightSolutionsOfMbpp() throws IOException {
        List<JsonNode> tasks = PublicRows.of("benchmarks/mbpp_sanitized.jsonl").subList(0, TASKS);

        assertKeepsTheRightOnes(
                tasks, tasks.stream().map(RecordedCodeTest::fenced).toList());
    }

    @Test
    void holdsCompletionsOfHumanEvalToTheirTests() throws IOException {
        List<JsonNode> tasks = PublicRows.of("benchmarks/HumanEval.jsonl.gz").subList(0, TASKS);
        List<JsonNode> recorded = PublicRows.of("verified/humaneval_codegen16b_10samples.jsonl");
        ExampleCampaign example = new ExampleCampaign("code", folder);
        for (JsonNode task : tasks) {
            String signature = "def " + task.get("entry_point").textValue() + "(";
            JsonNode samples = recorded.stream()
                    .filter(row -> row.get("prompt").textValue().contains(signature))
                    .findFirst()
                    .orElseThrow()
                    .get("samples");
            add(
                    example,
                    task,
                    List.of(
                            continued(task),
                            wrong(),
                            samples.get(0).textValue(),
                            samples.get(1).textValue()));
        }

        List<Answer> checked = checked(example.run("TASKS"));

        assertThat(checked).hasSizeGreaterThan(2 * TASKS).allSatisfy(answer -> assertThat(answer.verdicts())
                .singleElement()
                .satisfies(verdict -> {
                    assertThat(verdict.outcome()).isNotEqualTo(Outcome.UNDECIDED);
                    assertThat(verdict.reason()).isNotEqualTo("does-not-compile");
                }));
        assertThat(outcomes(
                        checked, tasks.stream().map(RecordedCodeTest::continued).toList()))
                .hasSize(TASKS)
                .containsOnly(Outcome.PASSED);
        assertThat(outcomes(checked, List.of(wrong()))).hasSize(TASKS).containsOnly(Outcome.FAILED);
    }

    private void assertKeepsTheRightOnes(List<JsonNode> tasks, List<String> right) throws IOException {
        ExampleCampaign example = new ExampleCampaign("code", folder).with("candidates: 4", "candidates: 2");
        for (int n = 0; n < tasks.size(); n++) {
            add(example, tasks.get(n), List.of(wrong(), right.get(n)));
        }

        List<String> kept = new ArrayList<>();
        example.run("TASKS").dataset(1).forEach(sample -> sample.answers().forEach(answer -> kept.add(answer.text())));

        assertThat(kept).containsExactlyInAnyOrderElementsOf(right);
    }

    private static void add(ExampleCampaign example, JsonNode task, List<String> answers) throws IOException {
        example.add(task, task.get("prompt").textValue(), answers);
    }

    private static String wrong() {
        return "    return 'nothing of the kind'";
    }

    /** As a completion model writes it: the body, indented. */
    private static String continued(JsonNode task) {
        return task.get("canonical_solution").textValue().stripTrailing();
    }

    /** As a chat model writes it: the whole function. Some bodies are indented otherwise than the docstring before them. */
    private static String fenced(JsonNode task) {
        String prompt = task.get("prompt").textValue();
        return "```python\n" + prompt.substring(0, prompt.indexOf("'''")).stripTrailing() + "\n" + continued(task)
                + "\n```";
    }

    private static List<Outcome> outcomes(List<Answer> answers, List<String> texts) {
        return answers.stream()
                .filter(answer -> texts.contains(answer.text()))
                .map(answer -> answer.verdicts().get(0).outcome())
                .toList();
    }

    private static List<Answer> checked(CampaignFolder found) {
        List<Answer> answers = new ArrayList<>();
        Stream.of(found.accepted(1, 2, "verify"), found.rejected(1, 2, "verify"))
                .forEach(set -> set.forEach(sample -> answers.addAll(sample.answers())));
        return answers;
    }
}
