package dev.reflux.activities.stage.verify.code;

import dev.reflux.activities.sandbox.Execution;
import dev.reflux.activities.sandbox.Execution.Outcome;
import dev.reflux.activities.sandbox.Program;
import dev.reflux.activities.sandbox.Sandbox;
import dev.reflux.activities.sandbox.SandboxUnavailableException;
import dev.reflux.activities.sandbox.Toolchain;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.verify.Check;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Runs an answer's code with the task's tests in the sandbox: {@code checks} hold {@code tests}, and may hold
 * {@code prompt}, the code that an answer continues, and {@code entryPoint}, the function that {@code check} is called with
 * (Chen et al. 2021, HumanEval; Austin et al. 2021, MBPP; Zheng et al. 2023, HumanEval-X).
 *
 * <p>A wrong answer fails, with its reason; where the sandbox itself fails the answer is undecided. An answer that means to
 * deceive can patch what its tests call: the sandbox keeps it from the machine, not from its own process.
 */
public final class CodeCheck implements Check {

    /** Whose verdicts these are. */
    public static final String BY = "verify/code";

    private static final String TESTS_FAILED = "tests-failed";
    private static final Pattern ADDRESS = Pattern.compile("(\\b0x|@)\\p{XDigit}{5,16}\\b");
    private static final int RATIONALE_LINES = 6;
    private static final int RATIONALE_CHARACTERS = 600;

    private final Sandbox sandbox;
    private final TestedCode language;
    private final CodeSettings settings;

    /**
     * A check under settings.
     *
     * @throws SandboxUnavailableException where the language's interpreter or compiler is missing
     */
    public CodeCheck(Sandbox sandbox, CodeSettings settings) {
        this.sandbox = sandbox;
        this.settings = settings;
        this.language = switch (settings.language()) {
            case PYTHON -> new PythonCode(Toolchain.python(), settings);
            case JAVA -> new JavaCode(Toolchain.java(), settings);
        };
    }

    @Override
    public Verdict check(Sample sample, Answer answer) {
        CodeTask task = CodeTask.of(sample, settings.call());
        if (task.tests().isBlank()) {
            return Verdict.undecided(BY, "no-tests", "The task brings no tests: checks.tests is absent");
        } else if (task.call() == TestCall.CHECK && task.entryPoint() == null) {
            return Verdict.undecided(BY, "no-tests", "The task names no function to test: checks.entryPoint is absent");
        }
        // Never part of what is written: it only has to be new to the answer.
        String proof = UUID.randomUUID().toString();
        Optional<Program> program = language.program(task, answer.text(), proof);
        return program.isEmpty()
                ? Verdict.failed(BY, "no-code", "The answer holds no code")
                : run(program.get(), proof);
    }

    /** An answer to be checked. */
    public record Case(Sample sample, Answer answer) {}

    /** Checks many answers, as many at once as there are processors; verdicts come in the order of the cases. */
    public List<Verdict> checkAll(List<Case> cases) {
        return Crowd.map(cases, one -> check(one.sample(), one.answer()));
    }

    private Verdict run(Program program, String proof) {
        try {
            return verdict(sandbox.run(program), proof);
        } catch (SandboxUnavailableException failure) {
            return Verdict.undecided(BY, "sandbox-failed", cut(failure.getMessage()));
        }
    }

    private Verdict verdict(Execution run, String proof) {
        if (run.outcome() == Outcome.TIMED_OUT) {
            return Verdict.failed(BY, "timed-out", "Still ran after " + settings.timeout());
        } else if (run.outcome() == Outcome.OUT_OF_MEMORY || language.ranOutOfMemory(run.output(), run.errors())) {
            return Verdict.failed(BY, "out-of-memory", "Wanted more than " + settings.memoryMegabytes() + " megabytes");
        } else if (run.exitCode() == TestedCode.DOES_NOT_COMPILE) {
            return failed("does-not-compile", run);
        } else if (run.exitCode() == 0 && run.output().endsWith("\n" + proof + "\n")) {
            return Verdict.passed(BY, null, null);
        }
        return failed(TESTS_FAILED, run);
    }

    private static Verdict failed(String reason, Execution run) {
        String words = cut(run.errors());
        boolean silent = words.isEmpty() && reason.equals(TESTS_FAILED);
        return Verdict.failed(
                BY, reason, silent ? "Ended with exit code " + run.exitCode() + " before its tests did" : words);
    }

    /** The last lines: an error's own words come last. Addresses go, which are others in each run. */
    private static String cut(String errors) {
        List<String> lines =
                ADDRESS.matcher(errors).replaceAll("$1...").strip().lines().toList();
        String last = String.join("\n", lines.subList(Math.max(0, lines.size() - RATIONALE_LINES), lines.size()));
        return last.substring(Math.max(0, last.length() - RATIONALE_CHARACTERS));
    }
}
