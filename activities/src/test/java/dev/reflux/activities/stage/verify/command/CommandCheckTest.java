package dev.reflux.activities.stage.verify.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.config.InvalidCampaignException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandCheckTest {

    @Test
    void readsTheVerdictFromStandardOutput() {
        assertThat(shell("echo '{\"passed\": true, \"score\": 0.9, \"reason\": \"fine\"}'"))
                .isEqualTo(new Verdict("verify/command", Outcome.PASSED, 0.9, null, "fine"));
        assertThat(shell("echo '{\"passed\": false, \"score\": 0.1, \"reason\": \"too-loud\"}'"))
                .isEqualTo(new Verdict("verify/command", Outcome.FAILED, 0.1, "too-loud", "too-loud"));
        assertThat(shell("echo '{\"passed\": false, \"reason\": \"It is too loud.\"}'; exit 1"))
                .isEqualTo(
                        new Verdict("verify/command", Outcome.FAILED, null, "command-not-passed", "It is too loud."));
    }

    @Test
    void takesTheExitCodeWhereNothingIsSaid() {
        assertThat(shell("exit 0").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(shell("exit 1").reason()).isEqualTo("command-not-passed");
        assertThat(shell("echo Too loud; exit 1").rationale()).isEqualTo("Too loud");
    }

    @Test
    void aCheckerThatFailsToRunHasFoundNothing() {
        for (String script : List.of(
                "exit 2",
                "echo Traceback >&2; exit 1",
                "echo all is well",
                "echo '{\"passed\": \"yes\"}'",
                "echo '{\"passed\": true, \"score\": \"high\"}'",
                "echo '{\"passed\": true}'; exit 1",
                "kill -9 $$")) {
            assertThat(shell(script).outcome()).as(script).isEqualTo(Outcome.UNDECIDED);
            assertThat(shell(script).reason()).as(script).isEqualTo("checker-failed");
        }
    }

    @Test
    void givesSampleAndAnswerOnStandardInput() {
        assertThat(shell("grep -q '\"text\":\"Sing\"' && exit 0; exit 1").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(shell("grep -q '\"answer\":{\"text\":\"La la\"' && exit 0; exit 1")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void handsOnNoneOfTheWorkersEnvironment() {
        assertThat(shell("env | cut -d= -f1 | grep -vE '^(PATH|HOME|LANG|PWD|OLDPWD|SHLVL|_)$' && exit 1; exit 0")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void endsAProgramThatTakesTooLongWithAllThatItStarted() {
        Verdict verdict = new CommandCheck(List.of("sh", "-c", "sleep 600 & sleep 600"), Duration.ofMillis(200))
                .check(StageCampaign.sample("a", "Sing", null), Answer.of("La la", null, null, null));
        assertThat(verdict.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(verdict.reason()).isEqualTo("checker-timed-out");
        assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive))
                .isEmpty();
    }

    @Test
    void aProgramThatCannotBeStartedStopsTheCampaign() {
        CommandCheck check = new CommandCheck(List.of("/no/such/checker"), Duration.ofSeconds(1));
        assertThatThrownBy(() ->
                        check.check(StageCampaign.sample("a", "Sing", null), Answer.of("La la", null, null, null)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("/no/such/checker");
    }

    private static Verdict shell(String script) {
        return new CommandCheck(List.of("sh", "-c", script), Duration.ofSeconds(30))
                .check(StageCampaign.sample("a", "Sing", null), Answer.of("La la", null, null, null));
    }
}
