package dev.reflux.activities.stage.verify.code;

import dev.reflux.activities.sandbox.Limits;
import dev.reflux.activities.sandbox.Program;
import dev.reflux.activities.sandbox.Toolchain;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Python in the forms of HumanEval and MBPP: an answer continues the prompt, or is a function of its own under what the
 * prompt imports and defines before it.
 *
 * <p>HumanEval's harness takes a program that ends early and well for one that passed; here the last line proves that the
 * tests came to their end.
 */
final class PythonCode implements TestedCode {

    private static final String RUNNER = Source.of("run.py");

    private final Toolchain python;
    private final CodeSettings settings;

    PythonCode(Toolchain python, CodeSettings settings) {
        this.python = python;
        this.settings = settings;
    }

    @Override
    public Optional<Program> program(CodeTask task, String answer, String proof) {
        return AnsweredCode.in(answer, Language.PYTHON, text -> definition(text, task.entryPoint())
                        .find())
                .map(code -> program(whole(task, code.text()) + "\n" + call(task), proof));
    }

    private Program program(String solution, String proof) {
        return new Program(
                new TreeMap<>(Map.of("solution.py", solution, "run.py", RUNNER)),
                command(),
                python.mounts(),
                proof + "\n",
                Limits.of(settings.timeout(), settings.memoryMegabytes()));
    }

    /** Strings hash alike in each run, or what depends on the order of a set passes at one time and fails at another. */
    private List<String> command() {
        return List.of(
                "/usr/bin/env",
                "PYTHONHASHSEED=0",
                python.executable(),
                "-s",
                "-B",
                "-X",
                "utf8",
                Program.FOLDER + "/run.py");
    }

    private static String whole(CodeTask task, String code) {
        if (task.prompt() == null || task.entryPoint() == null) {
            return code;
        }
        boolean continues =
                isIndented(code) || !definition(code, task.entryPoint()).find();
        if (continues) {
            return task.prompt() + code;
        }
        Matcher asked = definition(task.prompt(), task.entryPoint());
        return asked.find() ? task.prompt().substring(0, asked.start()) + code : code;
    }

    private static boolean isIndented(String code) {
        return code.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> Character.isWhitespace(line.charAt(0)))
                .orElse(false);
    }

    private static Matcher definition(String code, String entryPoint) {
        String name = entryPoint == null ? "\\w+" : Pattern.quote(entryPoint);
        return Pattern.compile("^(async\\s+)?def\\s+" + name + "\\s*\\(", Pattern.MULTILINE)
                .matcher(code);
    }

    private static String call(CodeTask task) {
        return task.call() == TestCall.CHECK
                ? task.tests() + "\ncheck(" + task.entryPoint() + ")\n"
                : task.tests() + "\n";
    }

    @Override
    public boolean ranOutOfMemory(String output, String errors) {
        String last = errors.lines().reduce("", (before, line) -> line);
        return last.equals("MemoryError") || last.startsWith("MemoryError:");
    }
}
