package dev.reflux.activities.stage.verify.code;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeCheckTest {

    private static final Map<String, String> DOUBLE = Map.of(
            "prompt", "import math\n\nBASE = 2\n\ndef double(x):\n    \"\"\"Twice x.\"\"\"\n",
            "entryPoint", "double",
            "tests",
                    "def check(candidate):\n    assert candidate(4) == 8\n    assert candidate(math.inf) == math.inf\n");

    private CodeCheck python;

    @BeforeEach
    void check() {
        python = new CodeCheck(Sandboxes.orSkip(), new CodeSettings(Language.PYTHON, Duration.ofSeconds(3), 256, null));
    }

    @Test
    void aContinuationOfThePromptIsRunWithIt() {
        assertPasses("    return BASE * x\n");
    }

    @Test
    void aWholeFunctionIsRunUnderWhatThePromptImportsAndDefines() {
        assertPasses("def double(x):\n    return BASE * x");
    }

    @Test
    void theFencedBlockThatDefinesTheFunctionIsTaken() {
        assertPasses("""
                First try it:
                ```python
                print(double(3))
                ```
                where
                ```py
                def double(x):
                    return x + x
                ```
                ```js
                const double = x => 2 * x
                ```
                """);
    }

    @Test
    void aFencedContinuationKeepsItsIndent() {
        assertPasses("Sure!\n```\n    return BASE * x\n```");
    }

    @Test
    void whatAnAnswerDoesOnlyAsAScriptIsNoPartOfIt() {
        assertPasses("    return 2 * x\n\nif __name__ == '__main__':\n    raise SystemExit(input())\n");
    }

    @Test
    void anAnswerThatFloodsItsOutputIsStillSeenToPass() {
        assertPasses("    print('x' * 10_000_000)\n    return 2 * x\n");
    }

    @Test
    void wrongAnswersFailForTheirReason() {
        assertFails("    return x\n", "tests-failed", "AssertionError");
        assertFails("    return x +\n", "does-not-compile", "SyntaxError");
        assertFails("    while True: pass\n", "timed-out", "after PT3S");
        assertFails("    return bytearray(1 << 34)\n", "out-of-memory", "more than 256 megabytes");
        assertFails("   \n", "no-code", "no code");
        assertFails("```js\nlet x\n```", "no-code", "no code");
    }

    @Test
    void whoLeavesBeforeTheTestsAreThroughFails() {
        assertFails("    import os\n    os._exit(0)\n", "tests-failed", "exit code 0 before its tests did");
        assertFails("    return 2 * x\nraise SystemExit\n", "tests-failed", "exit code 0 before its tests did");
    }

    @Test
    void theSameAnswerGetsTheSameVerdictInTheSameWords() {
        Sample sample = Tasks.sample("double", DOUBLE);
        Verdict once =
                python.check(sample, Tasks.answer("    raise ValueError(hash('a'), list({'b', 'c', 'd'}), check)\n"));

        assertThat(once.rationale()).contains("<function check at 0x...>");
        assertThat(python.check(
                        sample, Tasks.answer("    raise ValueError(hash('a'), list({'b', 'c', 'd'}), check)\n")))
                .isEqualTo(once);
    }

    @Test
    void assertionsRunAsTheyStand() {
        Sample sample = Tasks.sample(
                "Write a function that halves a number.",
                Map.of("tests", "assert half(4) == 2\nassert half(1) == 0.5"));

        assertThat(python.check(sample, Tasks.answer("def half(x): return x / 2")))
                .isEqualTo(passed());
        assertThat(python.check(sample, Tasks.answer("def half(x): return x // 2"))
                        .reason())
                .isEqualTo("tests-failed");
    }

    @Test
    void withoutTestsNothingIsDecided() {
        Sample none = Tasks.sample("double", Map.of());
        Sample nameless = Tasks.sample("double", Map.of("tests", "def check(candidate):\n    pass"));

        assertThat(python.check(none, Tasks.answer("x = 1")))
                .extracting(Verdict::outcome, Verdict::reason)
                .containsExactly(Verdict.Outcome.UNDECIDED, "no-tests");
        assertThat(python.check(nameless, Tasks.answer("x = 1")).rationale()).contains("checks.entryPoint is absent");
    }

    @Test
    void manyAnswersGetTheirVerdictsInTheirOrder() {
        Sample sample = Tasks.sample("double", DOUBLE);
        List<CodeCheck.Case> cases = IntStream.range(0, 12)
                .mapToObj(n -> new CodeCheck.Case(sample, Tasks.answer("    return " + (n % 3) + " * x\n")))
                .toList();

        assertThat(python.checkAll(cases))
                .extracting(verdict -> verdict.outcome() == Verdict.Outcome.PASSED)
                .containsExactlyElementsOf(
                        IntStream.range(0, 12).mapToObj(n -> n % 3 == 2).toList());
    }

    private void assertPasses(String answer) {
        assertThat(python.check(Tasks.sample("double", DOUBLE), Tasks.answer(answer)))
                .isEqualTo(passed());
    }

    private void assertFails(String answer, String reason, String rationale) {
        Verdict verdict = python.check(Tasks.sample("double", DOUBLE), Tasks.answer(answer));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
        assertThat(verdict.reason()).isEqualTo(reason);
        assertThat(verdict.rationale()).contains(rationale);
    }

    private static Verdict passed() {
        return Verdict.passed("verify/code", null, null);
    }
}
