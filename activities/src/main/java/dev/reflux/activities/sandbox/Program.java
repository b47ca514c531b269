package dev.reflux.activities.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is to be run in a sandbox.
 *
 * @param files texts by name; they lie, read-only, in {@link #FOLDER}; names hold no folders
 * @param command the command line, begun by an absolute path; it runs in {@code /tmp}, which is empty and its own
 * @param mounts folders outside {@code /usr} that the command needs, to be seen read-only
 * @param stdin what it reads on standard input
 * @param limits what it may use
 */
public record Program(
        SortedMap<String, String> files, List<String> command, List<Path> mounts, String stdin, Limits limits) {

    /** Where a program finds its files. */
    public static final String FOLDER = "/program";

    public Program {
        files = new TreeMap<>(files);
        command = List.copyOf(command);
        mounts = List.copyOf(mounts);
        files.keySet().forEach(Program::requirePlain);
        if (command.isEmpty() || !command.get(0).startsWith("/")) {
            throw new IllegalArgumentException("A program's command must begin with an absolute path, got " + command);
        }
    }

    /** A program that reads nothing. */
    public static Program of(Map<String, String> files, List<String> command, List<Path> mounts, Limits limits) {
        return new Program(new TreeMap<>(files), command, mounts, "", limits);
    }

    private static void requirePlain(String name) {
        if (!name.matches("[A-Za-z0-9_$][A-Za-z0-9_$.-]*")) {
            throw new IllegalArgumentException(
                    "A program's file must have a plain name of letters, digits, '_', '$', '.' and '-', got " + name);
        }
    }
}
