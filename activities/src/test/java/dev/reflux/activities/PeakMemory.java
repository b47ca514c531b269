package dev.reflux.activities;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The most of this process that lay in memory at once, the pages of mapped files included, as Linux counts it. */
public final class PeakMemory {

    private static final int KILO = 1024;

    private PeakMemory() {}

    /** For people: {@code peak memory 449 MB, mapped files included}. */
    public static String shown() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> "peak memory " + Integer.parseInt(line.replaceAll("\\D", "")) / KILO
                            + " MB, mapped files included")
                    .findFirst()
                    .orElse("peak memory not known");
        } catch (IOException e) {
            return "peak memory not known here";
        }
    }
}
