package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.PlanJson;
import dev.reflux.workflows.FailureTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the {@code temporal} CLI's own server: durable, with search attributes, UI and steering. */
final class DevServerIT {
    @TempDir
    private Path folder;

    private Path temporal;
    private CommandRun command;
    private String file;

    @BeforeEach
    void aCampaignWithABudget() {
        String path = System.getenv().getOrDefault("PATH", "");
        Optional<Path> found = Arrays.stream(path.split(":"))
                .map(entry -> Path.of(entry, "temporal"))
                .filter(Files::isExecutable)
                .findFirst();
        assumeTrue(found.isPresent(), "the temporal CLI is not on the PATH");
        temporal = found.get();
        command = new CommandRun(folder);
        command.environment.put("PATH", path);
        file = command.write("campaign.yaml", FakeHouse.campaign("demo", ", \"budget\": {\"usd\": 1}"))
                .toString();
    }

    @Test
    void outlivesItsCommandsAndGoesOnWhereItHeld() throws IOException {
        command.house.activities.failure = FailureTypes.BUDGET;
        assertThat(command.executeOn("dev", "run", file)).isEqualTo(ExitCode.HOLDS.code());
        assertThat(command.out()).contains("/namespaces/default/workflows/campaign%2Fdemo");
        assertThat(command.workspace().resolve("temporal.json")).doesNotExist();

        assertThat(command.executeOn("dev", "status", "demo", "--json")).isZero();
        JsonNode status = PlanJson.mapper().readTree(command.out());
        assertThat(status.path("state").asText()).isEqualTo("holding");
        assertThat(status.path("problem").asText()).contains("budget of 1 US dollar");
        assertThat(status.path("notice").asText()).startsWith("The teacher is the embedded one");

        assertThat(command.executeOn("dev", "approve", "demo"))
                .as(command.err())
                .isEqualTo(ExitCode.REFUSED.code());
        assertThat(command.err()).contains("no round waits for approval");
        assertThat(command.executeOn("dev", "raise-budget", "demo", "0.5")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(command.err()).contains("must be above the present 1.0");
        assertThat(command.executeOn("dev", "raise-budget", "demo", "9")).isZero();

        assertThat(command.executeOn("dev", "run", file)).isZero();
        assertThat(command.out())
                .contains("goes on with the campaign that was begun")
                .contains("demo is finished");
        assertThat(command.house.activities.opened).hasValue(1);
    }

    @Test
    void startsOnOtherPortsWhereOneIsTaken() throws IOException {
        Path taken = Files.createFile(folder.resolve("taken"));
        Path cli = Files.createDirectory(folder.resolve("bin")).resolve("temporal");
        Files.writeString(cli, """
                #!/bin/sh
                if rm %s 2> /dev/null; then
                    echo "can't set frontend port 7233: listen tcp 127.0.0.1:7233: bind: address already in use"
                    exit 1
                fi
                exec %s "$@"
                """.formatted(taken, temporal));
        assertThat(cli.toFile().setExecutable(true)).isTrue();
        command.environment.put("PATH", cli.getParent() + ":" + command.environment.get("PATH"));

        assertThat(command.executeOn("dev", "run", file)).as(command.err()).isZero();

        assertThat(taken).doesNotExist();
        assertThat(command.out()).contains("demo is finished");
    }
}
