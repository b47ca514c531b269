package dev.reflux.activities.stage.verify.code;

import dev.reflux.activities.sandbox.Limits;
import dev.reflux.activities.sandbox.Program;
import dev.reflux.activities.sandbox.SandboxUnavailableException;
import dev.reflux.activities.sandbox.Toolchain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Java in the form of HumanEval-X: an answer continues the prompt's class, or is a class of its own; tests are in Main. */
final class JavaCode implements TestedCode {

    private static final String RUNNER = Source.of("VerifiedRun.java");
    private static final Pattern TYPE =
            Pattern.compile("^((public|final|abstract)\\s+)*(class|record|enum|interface)\\s+\\w+", Pattern.MULTILINE);
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "^public\\s+((final|abstract)\\s+)*(class|record|enum|interface)\\s+(\\w+)", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package\\s+[\\w.]+\\s*;", Pattern.MULTILINE);
    private static final String SCRIPT = """
            "$0" -J-Xmx256m -J-XX:+UseSerialGC -J-XX:TieredStopAtLevel=1 -proc:none -nowarn -encoding UTF-8 \
            -d /tmp/classes %1$s/*.java || exit %2$d
            exec "$1" -Xmx%3$dm -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:+ExitOnOutOfMemoryError -cp /tmp/classes VerifiedRun
            """;

    private final Toolchain java;
    private final CodeSettings settings;

    JavaCode(Toolchain java, CodeSettings settings) {
        this.java = java;
        this.settings = settings;
        if (!Files.isExecutable(Path.of(java.tool("bin/javac")))) {
            throw new SandboxUnavailableException(
                    "Java answers are compiled, found no bin/javac in " + java.home() + "; run the worker on a JDK");
        }
    }

    @Override
    public Optional<Program> program(CodeTask task, String answer, String proof) {
        return AnsweredCode.in(answer, Language.JAVA, text -> TYPE.matcher(text).find())
                .map(code -> program(files(task, code.text()), proof));
    }

    private static Map<String, String> files(CodeTask task, String code) {
        boolean continues = task.prompt() != null && !TYPE.matcher(code).find();
        String imports = task.prompt() == null ? imports(code) : imports(task.prompt());
        String solution = continues
                ? task.prompt() + code
                : imports + PACKAGE.matcher(code).replaceAll("");
        Matcher named = PUBLIC_TYPE.matcher(solution);
        String name = named.find() ? named.group(4) : "Solution";
        return Map.of(name + ".java", solution, "Main.java", imports + task.tests(), "VerifiedRun.java", RUNNER);
    }

    /** The tests stand on the imports of the prompt: in HumanEval-X both are one file. */
    private static String imports(String code) {
        return code.lines()
                .filter(line -> line.startsWith("import "))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private Program program(Map<String, String> files, String proof) {
        String script = SCRIPT.formatted(Program.FOLDER, DOES_NOT_COMPILE, settings.memoryMegabytes());
        return new Program(
                new TreeMap<>(files),
                List.of("/bin/sh", "-c", script, java.tool("bin/javac"), java.executable()),
                java.mounts(),
                proof + "\n",
                Limits.ofJvm(settings.timeout(), settings.memoryMegabytes() + CodeSettings.JVM_MEGABYTES));
    }

    @Override
    public boolean ranOutOfMemory(String output, String errors) {
        return (output + errors).contains("java.lang.OutOfMemoryError");
    }
}
