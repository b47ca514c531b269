package dev.reflux.worker.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine;

/** Executes commands in this process and captures what they print. */
final class CommandRun {
    final FakeHouse house = new FakeHouse();
    final Map<String, String> environment = new TreeMap<>();
    final Path folder;
    private StringWriter out;
    private StringWriter err;

    CommandRun(Path folder) {
        this.folder = folder;
        write("seeds.jsonl", "{}");
        write("pool.jsonl", "{}");
        write("holdout.jsonl", "{}");
    }

    Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    Path workspace() {
        return folder.resolve("workspace");
    }

    int execute(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        CommandLine command = RefluxCommand.in(new Surroundings(house, environment));
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    /** With {@code --workspace} and {@code --temporal} added. */
    int executeOn(String temporal, String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 4);
        all[arguments.length] = "--workspace";
        all[arguments.length + 1] = workspace().toString();
        all[arguments.length + 2] = "--temporal";
        all[arguments.length + 3] = temporal;
        return execute(all);
    }

    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
