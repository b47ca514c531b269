package dev.reflux.activities.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A sandbox's processes as this machine sees them. */
final class ProcessTree {

    private static final long KILOBYTES_PER_MEGABYTE = 1024;
    private static final long LAST_WAIT_SECONDS = 10;

    private final Process root;

    ProcessTree(Process root) {
        this.root = root;
    }

    /** Whether all its processes together hold more memory than that; what they share counts for each. */
    boolean holdsMoreThan(int megabytes) {
        long kilobytes = root.descendants().mapToLong(ProcessTree::resident).sum();
        return kilobytes > megabytes * KILOBYTES_PER_MEGABYTE;
    }

    /**
     * Ends all of them; the kernel ends those that appear meanwhile together with the sandbox's first process. Their outputs
     * stay open to read, which {@link Process#destroyForcibly} would close.
     */
    void kill() throws InterruptedException {
        List<ProcessHandle> descendants = root.descendants().toList();
        descendants.forEach(ProcessHandle::destroyForcibly);
        root.toHandle().destroyForcibly();
        root.waitFor(LAST_WAIT_SECONDS, TimeUnit.SECONDS);
    }

    private static long resident(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }
}
