package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.PlanJson;
import dev.reflux.workflows.FailureTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunCommandTest {
    @TempDir
    private Path folder;

    private CommandRun command;
    private String file;

    @BeforeEach
    void aCampaign() {
        command = new CommandRun(folder);
        file = command.write("campaign.yaml", FakeHouse.campaign("demo", "")).toString();
    }

    private int run() {
        return command.executeOn("embedded", "run", file);
    }

    @Test
    void finishesACampaignAndTellsWhatCameOfItAndWhereItLies() {
        assertThat(run()).isZero();
        assertThat(command.out())
                .contains("demo is finished: max-rounds")
                .contains("round  in  accepted  precision  student  calls  ledger     cost  time")
                .contains("1      20        16      0.875    0.800     20       3  $0.5000   2 s")
                .contains("student from seeds alone: 0.600")
                .contains("round 1 rejected 4: too-short 4")
                .contains("dataset   " + command.workspace().resolve("demo/dataset/01"))
                .contains("no Temporal UI");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void runsStagesForASandboxAndSaysFirstWhereThereIsNone() {
        command.house.lack = "cannot check code: install bubblewrap";
        assertThat(run()).isZero();
        assertThat(command.out()).doesNotContain("bubblewrap");

        file = command.write(
                        "code.yaml",
                        FakeHouse.campaign("code", "").replace("\"role\": \"teacher\"", "\"role\": \"sandbox\""))
                .toString();
        assertThat(run()).isZero();
        assertThat(command.out())
                .contains("this machine cannot check code: install bubblewrap")
                .contains("code is finished: max-rounds");
    }

    @Test
    void tellsThatACampaignWasFinishedBeforeWithoutRunningIt() {
        run();
        assertThat(run()).isZero();
        assertThat(command.house.activities.opened).hasValue(1);
        assertThat(command.out())
                .contains("demo was finished before: max-rounds")
                .contains("0.875");
    }

    @Test
    void printsNothingButTheSummaryOnStdoutWithJson() throws IOException {
        assertThat(command.executeOn("embedded", "run", file, "--json")).isZero();
        assertThat(PlanJson.mapper().readTree(command.out()).path("stopReason").asText())
                .isEqualTo("max-rounds");
        assertThat(command.err()).contains("demo on embedded Temporal");
    }

    @Test
    void refusesAnotherCampaignOfTheSameName() {
        run();
        command.write("pool.jsonl", "{\"text\": \"more\"}");
        assertThat(run()).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());
        assertThat(command.err())
                .contains("campaign demo must stay as it was begun")
                .contains("another name");
    }

    @Test
    void refusesAnotherCampaignOfTheSameNameThatTemporalForgot() {
        command.house.activities.failure = FailureTypes.USER;
        run();
        command.write("pool.jsonl", "{\"text\": \"more\"}");

        assertThat(run()).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());

        assertThat(command.err()).contains("another one of that name lies in this workspace");
        assertThat(command.house.activities.opened).hasValue(1);
    }

    @Test
    void keepsTheCampaignFileAsItWasGiven() throws IOException {
        run();
        Path copy = command.workspace().resolve("demo/campaign.yaml");
        assertThat(copy).hasSameBinaryContentAs(Path.of(file));

        FileTime written = FileTime.fromMillis(0);
        Files.setLastModifiedTime(copy, written);
        Files.delete(command.workspace().resolve("demo/summary.json"));
        run();
        assertThat(Files.getLastModifiedTime(copy)).isEqualTo(written);
    }

    @Test
    void leavesTheFileOfTheCampaignThatIsThereWhenItRefusesAnother() throws IOException {
        command.house.activities.failure = FailureTypes.USER;
        run();
        command.write("campaign.yaml", FakeHouse.campaign("demo", "").replace("\"max\": 1", "\"max\": 2"));

        assertThat(run()).isEqualTo(ExitCode.INVALID_CAMPAIGN.code());

        assertThat(Files.readString(command.workspace().resolve("demo/campaign.yaml")))
                .isEqualTo(FakeHouse.campaign("demo", ""));
    }

    @Test
    void takesARaisedBudgetForTheSameCampaign() {
        file = command.write("campaign.yaml", FakeHouse.campaign("demo", ", \"budget\": {\"usd\": 1}"))
                .toString();
        run();
        command.write("campaign.yaml", FakeHouse.campaign("demo", ", \"budget\": {\"usd\": 9}"));
        assertThat(run()).isZero();
    }

    @Test
    void failsInTheWordsOfWhatWentWrong() {
        command.house.activities.failure = FailureTypes.USER;
        assertThat(run()).isEqualTo(ExitCode.CAMPAIGN_FAILED.code());
        assertThat(command.err()).isEqualToIgnoringNewLines("reflux: budget of 1 US dollar must cover the next call");
    }

    @Test
    void startsAFailedCampaignAgain() {
        command.house.activities.failure = FailureTypes.USER;
        run();
        command.house.activities.failure = null;
        assertThat(run()).isZero();
    }

    @Test
    void leavesWithACodeOfItsOwnWhenTheCampaignHolds() {
        command.house.activities.failure = FailureTypes.BUDGET;
        assertThat(run()).isEqualTo(ExitCode.HOLDS.code());
        assertThat(command.out())
                .contains("demo holds: budget of 1 US dollar must cover the next call")
                .contains("./reflux resume demo --workspace " + command.workspace() + " --temporal embedded");
    }

    @Test
    void writesItsLogIntoTheWorkspace() {
        run();
        assertThat(Files.exists(command.workspace().resolve("reflux.log"))).isTrue();
    }
}
