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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on the {@code temporal} CLI's own server: durable, with search attributes, UI and steering. */
final class DevServerIT {
    @TempDir
    private Path folder;

    private CommandRun command;
    private String file;

    @BeforeEach
    void aCampaignWithABudget() {
        String path = System.getenv().getOrDefault("PATH", "");
        assumeTrue(
                Arrays.stream(path.split(":")).anyMatch(entry -> Files.isExecutable(Path.of(entry, "temporal"))),
                "the temporal CLI is not on the PATH");
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

        assertThat(command.executeOn("dev", "approve", "demo")).isEqualTo(ExitCode.REFUSED.code());
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
}
