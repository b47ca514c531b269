package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The reference of the command line names every command, option and exit code there is. */
final class CommandReferenceTest {
    private final CommandLine root = RefluxCommand.in(new Surroundings(new FakeHouse(), Map.of()));

    private static String reference() throws IOException {
        return Files.readString(Path.of("..", "docs", "commands.md"));
    }

    @Test
    void namesEveryCommandWithItsParameters() throws IOException {
        String reference = reference();
        root.getSubcommands().forEach((name, command) -> {
            String parameters = String.join(
                    " ",
                    command.getCommandSpec().positionalParameters().stream()
                            .map(parameter -> parameter.paramLabel())
                            .toList());
            assertThat(reference).contains(("`reflux " + name + " " + parameters).strip());
        });
    }

    @Test
    void namesEveryOption() throws IOException {
        String reference = reference();
        TreeSet<String> names = new TreeSet<>();
        root.getSubcommands().values().stream()
                .flatMap(command -> command.getCommandSpec().options().stream())
                .map(OptionSpec::names)
                .map(Arrays::asList)
                .forEach(names::addAll);
        assertThat(names).isNotEmpty().allSatisfy(name -> assertThat(reference).contains("`" + name));
    }

    @Test
    void namesEveryExitCode() throws IOException {
        List<String> rows =
                reference().lines().filter(line -> line.startsWith("| ")).toList();
        for (ExitCode code : ExitCode.values()) {
            assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("| " + code.code() + " |"));
        }
    }
}
