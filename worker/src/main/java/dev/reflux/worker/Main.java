package dev.reflux.worker;

import dev.reflux.worker.command.RefluxCommand;
import dev.reflux.worker.command.Surroundings;
import dev.reflux.worker.wiring.Wiring;

/** The process: reads the command line, runs it, exits with its code. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Surroundings surroundings = new Surroundings(Wiring.of(System.getenv()), System.getenv());
        System.exit(RefluxCommand.in(surroundings).execute(arguments));
    }
}
