package dev.reflux.activities.stage.verify;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.sandbox.Sandboxes;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.verify.VerifySettings.By;
import dev.reflux.activities.stage.verify.VerifySettings.Otherwise;
import dev.reflux.activities.stage.verify.code.CodeSettings;
import dev.reflux.activities.stage.verify.code.Language;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyStageTest {

    private static final String STAGE = VerifyStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void checksEveryAnswerAndKeepsTheSampleIfOnePasses() {
        StageCampaign campaign = run(settings(Otherwise.REJECT, 0), "", problem("a", "A: 17", "A: 18", "none.\n."));

        Sample accepted = campaign.accepted(STAGE).get(0);
        assertThat(accepted.answers())
                .extracting(answer -> VerifyStage.newest(answer).outcome())
                .containsExactly(Outcome.FAILED, Outcome.PASSED, Outcome.FAILED);
        assertThat(accepted.answers()).extracting(Answer::text).containsExactly("A: 17", "A: 18", "none.\n.");
        assertThat(campaign.asked()).isEmpty();
    }

    @Test
    void rejectsASampleForWhatItsLastAnswerFailedBy() {
        StageCampaign campaign = run(
                settings(Otherwise.REJECT, 0),
                "",
                problem("a", "A: 1", "A: 2"),
                problem("b"),
                sample("c", "No reference", null).answered(List.of(answer("A: 3"))));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("a: wrong-answer", "b: no-answer", "c: no-reference");
        assertThat(campaign.rejected(STAGE).get(0).answers()).hasSize(2);
        assertThat(campaign.rejected(STAGE).get(0).answers().get(0).verdicts()).hasSize(1);
    }

    @Test
    void leavesTheDecisionToALaterStageWhereItIsToKeep() {
        StageCampaign campaign = run(settings(Otherwise.KEEP, 0), "", problem("a", "A: 1"), problem("b"));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-answer");
    }

    @Test
    void aRepairedAnswerJoinsTheFailedOneAndIsChecked() {
        StageCampaign campaign = run(
                settings(Otherwise.REJECT, 1), "<think>Hm.</think>A: 18", problem("a", "A: 17"), problem("b", "A: 18"));

        Sample repaired = campaign.accepted(STAGE).get(0);
        assertThat(repaired.answers()).extracting(Answer::text).containsExactly("A: 17", "A: 18");
        assertThat(repaired.answers().get(1).reasoning()).isEqualTo("Hm.");
        assertThat(repaired.answers().get(1).teacher()).isEqualTo("scripted/small-model");
        assertThat(repaired.answers().get(1).prompt()).isEqualTo(Repair.fingerprint());
        assertThat(repaired.provenance().operations()).containsExactly("verify/repair");
        assertThat(campaign.accepted(STAGE).get(1).provenance().operations()).isEmpty();
        assertThat(campaign.asked()).hasSize(1);
    }

    @Test
    void aRepairThatFailsAgainIsNotAskedForAgain() {
        StageCampaign campaign = run(settings(Otherwise.REJECT, 1), "A: 19", problem("a", "A: 17", "A: 16"));

        Sample rejected = campaign.rejected(STAGE).get(0);
        assertThat(rejected.reason()).isEqualTo("wrong-answer");
        assertThat(rejected.answers()).as("the same repair twice is one").hasSize(3);
        assertThat(campaign.asked()).hasSize(2);
    }

    @Test
    void aReplyOfNoUseLeavesTheSampleAsItWas() {
        StageCampaign campaign = run(settings(Otherwise.KEEP, 1), " ", problem("a", "A: 17"));

        assertThat(campaign.accepted(STAGE).get(0).answers()).hasSize(1);
        assertThat(campaign.accepted(STAGE).get(0).provenance().operations()).isEmpty();
    }

    @Test
    void nothingIsRepairedThatCouldNotBeChecked() {
        StageCampaign campaign = run(
                settings(Otherwise.REJECT, 1), "A: 18", sample("c", "Q", null).answered(List.of(answer("A: 3"))));

        assertThat(campaign.asked()).isEmpty();
    }

    @Test
    void anotherRoundRepairsOtherwise() {
        StageCampaign campaign = run(settings(Otherwise.REJECT, 1), "A: 19", problem("a", "A: 17"));
        campaign.asked().clear();
        campaign.inRound(2).run(STAGE, settings(Otherwise.REJECT, 1), 1);

        assertThat(campaign.asked()).extracting(TeacherCall::sampleIndex).containsExactly(1);
    }

    @Test
    void asksForARepairAsTheGoldenFileHasIt() throws IOException {
        Task task = Task.NONE
                .withSystem("Be brief.")
                .withReference("4711")
                .withHistory(List.of(Message.user("Hello"), Message.assistant("Hello.")));
        StageCampaign campaign = run(
                settings(Otherwise.REJECT, 1),
                "A: 4711",
                problem("a", "A: 17 {{message}}").under(task));

        TeacherCall call = campaign.asked().get(0);
        StringBuilder shown = new StringBuilder("--- system\n" + call.system() + "\n");
        call.history().forEach(turn -> shown.append("--- ")
                .append(turn.role())
                .append('\n')
                .append(turn.content())
                .append('\n'));
        shown.append("--- user\n").append(call.user()).append('\n');
        assertThat(shown.toString()).isEqualTo(golden()).doesNotContain("4711");
        assertThat(call.temperature()).isEqualTo(0.5);
        assertThat(call.maxOutputTokens()).isEqualTo(300);
    }

    @Test
    void refusesSettingsThatDoNotGoTogether() {
        assertThatThrownBy(() -> with(By.COMMAND, null, List.of())).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> with(By.MATH, null, List.of("sh"))).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> with(By.MATH, "{}", List.of())).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> with(By.SCHEMA, "{\"type\": 7}", List.of()))
                .isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> with(By.CONSTRAINTS, "[]", List.of())).isInstanceOf(InvalidSettingException.class);
        assertThat(with(By.SCHEMA, "{}", List.of()).asksInWords()).isFalse();
        assertThat(settings(Otherwise.REJECT, 1).asksInWords()).isTrue();
    }

    @Test
    void holdsAnswersToAFileBesideTheCampaign() throws IOException {
        Path file = workspace.resolve("schema.json");
        Files.writeString(file, "{\"type\": \"array\"}");
        VerifySettings settings = with(By.SCHEMA, file.toString(), List.of());
        StageCampaign campaign = open(settings, "", problem("a", "[1]"), problem("b", "{}"));
        campaign.run(STAGE, settings, 0);
        campaign.run(STAGE, settings, 1);

        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("not-as-schema");
    }

    @Test
    void runsCodeInTheSandboxAndRepairsWhatFails() {
        Sandboxes.orSkip();
        CodeSettings python = new CodeSettings(Language.PYTHON, Duration.ofSeconds(10), 256, null);
        VerifySettings settings = new VerifySettings(
                By.CODE, null, python, List.of(), Duration.ofSeconds(1), Otherwise.REJECT, 1, null, 0.5, 300);
        Task task = new Task(null, List.of(), null, null, null, Map.of("tests", "assert twice(4) == 8"));
        Sample sample = sample("a", "Write twice(x) in Python.", null)
                .under(task)
                .answered(List.of(answer("def twice(x):\n    return x + 1")));

        StageCampaign campaign = run(settings, "```python\ndef twice(x):\n    return 2 * x\n```", sample);

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .extracting(answer -> VerifyStage.newest(answer).outcome())
                .containsExactly(Outcome.FAILED, Outcome.PASSED);
        assertThat(campaign.asked().get(0).user()).contains("AssertionError");
        assertThat(settings.role(null)).isEqualTo(WorkerRole.SANDBOX);
    }

    @Test
    void codeNeedsToBeToldHowItIsRun() {
        assertThatThrownBy(() -> with(By.CODE, null, List.of()))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be given where by is code");
    }

    private StageCampaign run(VerifySettings settings, String reply, Sample... pool) {
        StageCampaign campaign = open(settings, reply, pool);
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private StageCampaign open(VerifySettings settings, String reply, Sample... pool) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .answering(call -> Replies.text(reply))
                .open(STAGE, settings, List.of(sample("s", "Seed", "label")), List.of(pool));
    }

    private static VerifySettings settings(Otherwise otherwise, int repair) {
        return new VerifySettings(
                By.MATH, null, null, List.of(), Duration.ofSeconds(1), otherwise, repair, null, 0.5, 300);
    }

    private static VerifySettings with(By by, String against, List<String> command) {
        return new VerifySettings(
                by, against, null, command, Duration.ofSeconds(1), Otherwise.REJECT, 0, null, 0.5, 300);
    }

    private static Sample problem(String id, String... answers) {
        return sample(id, "How much is 9 * 2?", null)
                .under(Task.NONE.withReference("18"))
                .answered(Arrays.stream(answers).map(VerifyStageTest::answer).toList());
    }

    private static Answer answer(String text) {
        return Answer.of(text, null, null, null);
    }

    private static String golden() throws IOException {
        try (InputStream in = VerifyStageTest.class.getResourceAsStream("repair.golden.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
