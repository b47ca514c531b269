package dev.reflux.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.opentest4j.TestAbortedException;

/**
 * A script beside a test that reads what was written by libraries of others, by the Python of the variable REFLUX_PYTHON, or
 * else {@code python3}. Where a library is absent it says so and exits with 77: the test is skipped by name.
 */
public final class PythonScript {

    private static final int LIBRARY_IS_ABSENT = 77;
    private static final int MOST_MINUTES = 5;

    private PythonScript() {}

    /**
     * Has a folder read, and fails where the script does.
     *
     * @param home folder for what the libraries keep; they fetch nothing
     * @return what the script printed
     */
    public static String read(Class<?> test, String script, Path folder, Path home) throws Exception {
        Process python = start(test, script, folder, home);
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(MOST_MINUTES, TimeUnit.MINUTES)).isTrue();
        if (python.exitValue() == LIBRARY_IS_ABSENT) {
            throw new TestAbortedException(printed.strip());
        }
        assertThat(python.exitValue()).as(printed).isZero();
        return printed;
    }

    private static Process start(Class<?> test, String script, Path folder, Path home) throws URISyntaxException {
        Path source = Path.of(test.getResource(script).toURI());
        String interpreter = System.getenv().getOrDefault("REFLUX_PYTHON", "python3");
        ProcessBuilder process = new ProcessBuilder(interpreter, source.toString(), folder.toString());
        process.environment().put("HF_HUB_OFFLINE", "1");
        process.environment().put("HF_HOME", home.toString());
        process.environment().put("HF_DATASETS_DISABLE_PROGRESS_BARS", "1");
        try {
            return process.redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new TestAbortedException("needs Python, got " + absent.getMessage());
        }
    }
}
