package dev.reflux.activities.sandbox;

import java.time.Duration;

/**
 * What a program may use before it is ended.
 *
 * @param time wall-clock time from start to end; all its processes together may compute no longer than a few times this
 * @param memoryMegabytes resident memory of all its processes together; the program is ended beyond it
 * @param addressSpaceMegabytes address space of each process, beyond which it is refused more memory; 0 where it is not
 *     limited: a JVM reserves far more than it uses
 * @param processes processes and threads at once
 * @param openFiles open files of each process
 * @param fileMegabytes size of one file, and of everything in each of its own folders
 * @param outputBytes what is kept of each of its two outputs; the middle of a longer one is left out
 */
public record Limits(
        Duration time,
        int memoryMegabytes,
        int addressSpaceMegabytes,
        int processes,
        int openFiles,
        int fileMegabytes,
        int outputBytes) {

    private static final int SCRIPT_PROCESSES = 64;

    /** A JVM has some thirty threads of its own on two processors, and more on more. */
    private static final int JVM_PROCESSES = 512;

    private static final int OPEN_FILES = 256;
    private static final int FILE_MEGABYTES = 32;
    private static final int OUTPUT_BYTES = 64 * 1024;

    public Limits {
        requirePositive("time", time.toMillis());
        requirePositive("memoryMegabytes", memoryMegabytes);
        requirePositive("processes", processes);
        requirePositive("openFiles", openFiles);
        requirePositive("fileMegabytes", fileMegabytes);
        requirePositive("outputBytes", outputBytes);
    }

    /** For an interpreter or a compiled program. */
    public static Limits of(Duration time, int memoryMegabytes) {
        return new Limits(
                time, memoryMegabytes, memoryMegabytes, SCRIPT_PROCESSES, OPEN_FILES, FILE_MEGABYTES, OUTPUT_BYTES);
    }

    /** For a JVM, which must be given its heap's limit on its command line. */
    public static Limits ofJvm(Duration time, int memoryMegabytes) {
        return new Limits(time, memoryMegabytes, 0, JVM_PROCESSES, OPEN_FILES, FILE_MEGABYTES, OUTPUT_BYTES);
    }

    private static void requirePositive(String name, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("A program's limit " + name + " must be above 0, got " + value);
        }
    }
}
