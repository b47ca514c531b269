package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineTest {
    @TempDir
    private Path folder;

    private CommandRun command;

    @BeforeEach
    void aCommandLine() {
        command = new CommandRun(folder);
    }

    @Test
    void showsWhatThereIsWhenAskedForNothing() {
        assertThat(command.execute()).isZero();
        assertThat(command.out())
                .contains("Usage: reflux")
                .contains("raise-budget")
                .contains("validate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "validate",
                "status",
                "pause",
                "resume",
                "raise-budget",
                "approve",
                "finish",
                "worker",
                "schema"
            })
    void everyCommandHasHelpAndVersion(String name) {
        assertThat(command.execute(name, "--help")).isZero();
        assertThat(command.out()).contains("Usage: reflux " + name);
        assertThat(command.execute(name, "--version")).isZero();
        assertThat(command.out()).startsWith("reflux ").doesNotContain("$");
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        assertThat(command.execute("validat", "x")).isEqualTo(ExitCode.USAGE.code());
        assertThat(command.err()).contains("Did you mean").contains("validate").doesNotContain("at dev.reflux");
    }

    @Test
    void namesWhatIsMissing() {
        assertThat(command.execute("run")).isEqualTo(ExitCode.USAGE.code());
        assertThat(command.err()).contains("FILE").contains("'reflux run --help'");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        String file =
                command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
        assertThat(command.executeOn("nonsense", "run", file)).isEqualTo(ExitCode.USAGE.code());
        assertThat(command.err()).contains("--temporal must be HOST:PORT, dev or embedded, got nonsense");
    }

    @Test
    void validatesWithoutCreatingAnything() {
        String file =
                command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
        assertThat(command.execute("validate", file)).isZero();
        assertThat(command.out()).contains("is valid: campaign demo, at most 1 rounds of pseudo-label");
        assertThat(Files.exists(command.workspace())).isFalse();
    }

    @Test
    void validatesForPrograms() throws IOException {
        String file =
                command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
        assertThat(command.execute("validate", file, "--json")).isZero();
        JsonNode valid = PlanJson.mapper().readTree(command.out());
        assertThat(valid.path("fingerprint").asText()).hasSize(64);
        assertThat(valid.path("notice").asText()).startsWith("The teacher is the embedded one");
    }

    @Test
    void namesTheInvalidFileAndLeavesNothingBehind() {
        String file = command.write("campaign.yaml", "nonsense").toString();
        assertThat(command.executeOn("embedded", "run", file)).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(command.err()).isEqualToIgnoringNewLines("reflux: " + file + " line 1: must be a campaign");
        assertThat(Files.exists(command.workspace())).isFalse();
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThat(command.execute("validate", "nowhere.yaml")).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(command.err()).contains("campaign file must exist, got nowhere.yaml");
    }

    @Test
    void namesTheInputThatIsNotThere() throws IOException {
        String file =
                command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
        Files.delete(folder.resolve("pool.jsonl"));
        assertThat(command.execute("validate", file)).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(command.err()).contains(folder.resolve("pool.jsonl").toString());
    }

    @Test
    void showsAStackTraceOnlyWhenAsked() {
        command.execute("validate", "nowhere.yaml", "--verbose");
        assertThat(command.err()).contains("at dev.reflux");
        command.execute("--verbose", "validate", "nowhere.yaml");
        assertThat(command.err()).contains("at dev.reflux");
    }

    @Test
    void saysThatNoServerAnswers() {
        assertThat(command.executeOn("127.0.0.1:1", "status", "demo")).isEqualTo(ExitCode.UNREACHABLE.code());
        assertThat(command.err()).contains("Temporal at 127.0.0.1:1 must answer within");
    }

    @Test
    void knowsNoCampaignInAnEmptyWorkspace() {
        assertThat(command.executeOn("embedded", "status", "demo")).isEqualTo(ExitCode.REFUSED.code());
        assertThat(command.err()).contains("campaign demo must have been started");
        assertThat(command.executeOn("embedded", "pause", "demo")).isEqualTo(ExitCode.REFUSED.code());
    }

    @Test
    void tellsStatusFromTheSummary() {
        String file =
                command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
        command.executeOn("embedded", "run", file);
        assertThat(command.executeOn("embedded", "status", "demo")).isZero();
        assertThat(command.out())
                .contains("demo is finished, round 1 (from its summary in the workspace)", "  made up");
        assertThat(command.executeOn("embedded", "status", "demo", "--json")).isZero();
        assertThat(command.out()).contains("\"source\" : \"summary\"", "\"notice\" : \"made up\"");
    }

    @Test
    void refusesAWorkerThatNobodyCouldReach() {
        assertThat(command.executeOn("embedded", "worker")).isEqualTo(ExitCode.USAGE.code());
        assertThat(command.err()).contains("a worker must have a Temporal that others can reach");
    }

    @Test
    void refusesABudgetThatIsNone() {
        assertThat(command.executeOn("embedded", "raise-budget", "demo", "-3")).isEqualTo(ExitCode.USAGE.code());
    }
}
