package dev.reflux.activities.sandbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.opentest4j.TestAbortedException;

/** The sandbox that tests run in; without one they are skipped. */
public final class Sandboxes {

    private static Sandbox found;
    private static String missing;

    private Sandboxes() {}

    public static synchronized Sandbox orSkip() {
        assumeTrue(Files.exists(Path.of("/proc/self")), "not a Linux: there is no sandbox");
        if (found == null && missing == null) {
            try {
                found = Sandbox.find();
            } catch (SandboxUnavailableException none) {
                missing = none.getMessage();
            }
        }
        if (found == null) {
            throw new TestAbortedException(missing);
        }
        return found;
    }
}
