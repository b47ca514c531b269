package dev.reflux.activities.stage.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.sandbox.Execution;
import dev.reflux.activities.sandbox.Limits;
import dev.reflux.activities.sandbox.Program;
import dev.reflux.activities.sandbox.Sandbox;
import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.activities.sandbox.Toolchain;
import dev.reflux.activities.shard.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The check on public benchmarks. How many of the ten recorded completions of each task are run is said by the system
 * property {@code reflux.humaneval.samples}; how many tasks of the other benchmarks by {@code reflux.benchmark.tasks}.
 */
class CodeBenchmarksTest {

    private static final int SAMPLES = Integer.getInteger("reflux.humaneval.samples", 1);
    private static final int TASKS = Integer.getInteger("reflux.benchmark.tasks", 60);
    private static final int JAVA_TASKS = Integer.getInteger("reflux.benchmark.java.tasks", 4);

    /** Twice that of HumanEval's harness: machines that run tests are busy. */
    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private static final Duration UNHURRIED = Duration.ofSeconds(20);

    @Test
    void recordedCompletionsGetTheVerdictsOfHumanEvalsHarness() throws IOException {
        Sandbox sandbox = Sandboxes.orSkip();
        List<JsonNode> tasks = Tasks.rows("benchmarks/HumanEval.jsonl.gz");
        List<JsonNode> recorded = Tasks.rows("verified/humaneval_codegen16b_10samples.jsonl");
        List<CodeCheck.Case> cases = new ArrayList<>();
        StringBuilder forHarness = new StringBuilder();
        for (JsonNode row : recorded) {
            ObjectNode task = taskOf(row.get("prompt").asText(), tasks);
            for (int draw = 0; draw < SAMPLES; draw++) {
                String completion = row.get("samples").get(draw).asText();
                cases.add(new CodeCheck.Case(Tasks.of(task), Tasks.answer(completion)));
                forHarness.append(task.put("completion", completion)).append('\n');
            }
        }

        String plain = harness(sandbox, forHarness.toString());
        long begin = System.nanoTime();
        List<Verdict> verdicts = python(sandbox, TIMEOUT).checkAll(cases);

        print("HumanEval, completions of a 16B model", verdicts, begin);
        assertThat(digits(verdicts)).isEqualTo(plain).contains("0").contains("1");
        assertThat(verdicts).noneMatch(verdict -> verdict.outcome() == Verdict.Outcome.UNDECIDED);
    }

    @Test
    void canonicalSolutionsOfHumanEvalPass() throws IOException {
        CodeCheck check = python(Sandboxes.orSkip(), UNHURRIED);

        assertAllPass("HumanEval", Tasks.rows("benchmarks/HumanEval.jsonl.gz"), TASKS, check);
    }

    @Test
    void canonicalSolutionsOfMbppPass() throws IOException {
        CodeCheck check = python(Sandboxes.orSkip(), UNHURRIED);
        // One task's function is named check itself, and is hidden by its own test's.
        List<JsonNode> rows = Tasks.rows("benchmarks/mbpp_sanitized.jsonl").stream()
                .filter(row -> !row.get("test").asText().contains("assert check("))
                .toList();
        for (JsonNode row : rows) {
            // Some tests lean on MBPP's test_imports, which this file leaves out.
            ((ObjectNode) row)
                    .put("canonical_solution", wholeFunction(row))
                    .put("test", "import math\n" + row.get("test").asText());
        }

        assertAllPass("MBPP", rows, TASKS, check);
    }

    /** Half of these solutions are indented otherwise than the prompt's docstring: they continue its first line only. */
    private static String wholeFunction(JsonNode row) {
        String prompt = row.get("prompt").asText();
        return prompt.substring(0, prompt.indexOf("'''")).stripTrailing() + "\n"
                + row.get("canonical_solution").asText();
    }

    @Test
    void canonicalSolutionsOfHumanEvalXPassInJava() throws IOException {
        CodeCheck check =
                new CodeCheck(Sandboxes.orSkip(), new CodeSettings(Language.JAVA, Duration.ofSeconds(30), 256, null));

        assertAllPass("HumanEval-X Java", Tasks.rows("benchmarks/humaneval_x_java.jsonl.gz"), JAVA_TASKS, check);
    }

    private static CodeCheck python(Sandbox sandbox, Duration timeout) {
        return new CodeCheck(sandbox, new CodeSettings(Language.PYTHON, timeout, 512, null));
    }

    /** Recorded prompts lack their examples and come in another order: the right one begins alike for longest. */
    private static ObjectNode taskOf(String prompt, List<JsonNode> tasks) {
        return (ObjectNode) Collections.max(
                tasks,
                Comparator.comparingInt(task -> commonPrefix(task.get("prompt").asText(), prompt)));
    }

    private static int commonPrefix(String one, String other) {
        int mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return mismatch < 0 ? one.length() : mismatch;
    }

    /** Tasks spread over all of them. */
    private static void assertAllPass(String name, List<JsonNode> rows, int count, CodeCheck check) {
        int taken = Math.min(count, rows.size());
        List<CodeCheck.Case> cases = IntStream.range(0, taken)
                .mapToObj(n -> rows.get((int) ((long) n * rows.size() / taken)))
                .map(row -> new CodeCheck.Case(
                        Tasks.of(row),
                        Tasks.answer(row.get("canonical_solution").asText())))
                .toList();
        long begin = System.nanoTime();
        List<Verdict> verdicts = check.checkAll(cases);

        print(name + ", canonical solutions", verdicts, begin);
        for (int n = 0; n < taken; n++) {
            assertThat(verdicts.get(n))
                    .as(cases.get(n).sample().text())
                    .isEqualTo(Verdict.passed(CodeCheck.BY, null, null));
        }
    }

    /** The harness is as little to be trusted with the completions as anything: it runs in the sandbox too. */
    private static String harness(Sandbox sandbox, String cases) {
        Toolchain python = Toolchain.python();
        Execution run = sandbox.run(Program.of(
                Map.of("harness.py", Source.of("humaneval-harness.py"), "cases.jsonl", cases),
                List.of("/usr/bin/env", "PYTHONHASHSEED=0", python.executable(), "-s", "/program/harness.py"),
                python.mounts(),
                new Limits(Duration.ofMinutes(30), 1024, 512, 64, 256, 32, 100_000)));
        assertThat(run.errors()).isEmpty();
        return run.output().strip();
    }

    private static String digits(List<Verdict> verdicts) {
        return verdicts.stream()
                .map(verdict -> verdict.outcome() == Verdict.Outcome.PASSED ? "1" : "0")
                .collect(Collectors.joining());
    }

    private static void print(String what, List<Verdict> verdicts, long begin) {
        Map<String, Long> reasons = verdicts.stream()
                .collect(Collectors.groupingBy(CodeBenchmarksTest::word, TreeMap::new, Collectors.counting()));
        System.out.printf(
                "%s: %d checked in %.1f s: %s%n", what, verdicts.size(), (System.nanoTime() - begin) / 1e9, reasons);
    }

    private static String word(Verdict verdict) {
        return verdict.outcome() == Verdict.Outcome.PASSED ? "passed" : verdict.reason();
    }
}
