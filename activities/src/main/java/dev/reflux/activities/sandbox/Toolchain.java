package dev.reflux.activities.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * An interpreter or compiler of this machine, and what it needs to see of it.
 *
 * @param home where it is installed
 * @param executable what runs a program, an absolute path
 * @param mounts folders outside {@code /usr} that must be seen in the sandbox
 */
public record Toolchain(Path home, String executable, List<Path> mounts) {

    private static final Path USR = Path.of("/usr");
    private static final Path ETC = Path.of("/etc");
    private static final Path SYSTEM_PYTHON = Path.of("/usr/bin/python3");

    public Toolchain {
        mounts = List.copyOf(mounts);
    }

    /**
     * Python 3: the system's, else the first on the PATH, shims resolved.
     *
     * @throws SandboxUnavailableException where there is none
     */
    public static Toolchain python() {
        if (Files.isExecutable(SYSTEM_PYTHON)) {
            return new Toolchain(USR, SYSTEM_PYTHON.toString(), List.of());
        }
        return Executables.onPath("python3")
                .flatMap(Toolchain::resolved)
                .orElseThrow(() -> new SandboxUnavailableException(
                        "Python programs need python3, found none on the PATH; install the package python3"));
    }

    /** The Java that this process runs on, with its compiler where it has one. */
    public static Toolchain java() {
        Path home = Path.of(System.getProperty("java.home"));
        List<Path> mounts = new ArrayList<>();
        if (!home.startsWith(USR)) {
            mounts.add(home);
        }
        mounts.addAll(settingsOfJava());
        return new Toolchain(home, home.resolve("bin/java").toString(), mounts);
    }

    /** Another tool of the same home, such as {@code bin/javac}. */
    public String tool(String relative) {
        return home.resolve(relative).toString();
    }

    /** Some distributions keep a JDK's settings under /etc and link to them. */
    private static List<Path> settingsOfJava() {
        try (Stream<Path> entries = Files.list(ETC)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith("java"))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SandboxUnavailableException(
                    "Java's settings must be found under /etc: " + unreadable, unreadable);
        }
    }

    /** A version manager's shim is a script that knows the interpreter; the interpreter knows where it lives. */
    private static Optional<Toolchain> resolved(Path python) {
        List<String> told = ask(python, "import sys; print(sys.executable); print(sys.base_prefix); print(sys.prefix)");
        if (told.size() != 3) {
            return Optional.empty();
        }
        List<Path> mounts = told.subList(1, 3).stream()
                .map(Path::of)
                .filter(prefix -> !prefix.startsWith(USR))
                .distinct()
                .toList();
        return Optional.of(new Toolchain(Path.of(told.get(1)), told.get(0), mounts));
    }

    private static List<String> ask(Path python, String script) {
        try {
            Process process = new ProcessBuilder(python.toString(), "-I", "-c", script)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            try (InputStream told = process.getInputStream()) {
                List<String> lines = new String(told.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .toList();
                return process.waitFor() == 0 ? lines : List.of();
            }
        } catch (IOException failure) {
            throw new SandboxUnavailableException(
                    "Python at " + python + " must say where it lives: " + failure.getMessage() + "; mend it", failure);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while waiting for " + python);
        }
    }
}
