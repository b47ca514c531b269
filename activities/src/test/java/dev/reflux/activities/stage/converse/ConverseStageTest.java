package dev.reflux.activities.stage.converse;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static dev.reflux.activities.stage.converse.Talks.run;
import static dev.reflux.activities.stage.converse.Talks.settings;
import static dev.reflux.activities.stage.converse.Talks.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.rehearsal.RehearsalTeacher;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConverseStageTest {

    private static final String STAGE = ConverseStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void startsFromATextAndTalksUntilTheMostTurns() {
        StageCampaign campaign = run(
                workspace,
                settings(2, 3),
                Talks::asking,
                sample("a", "Q1", null).under(Task.NONE.withSystem("Be brief.").withPersona("a pilot")));

        Sample talk = campaign.accepted(STAGE).get(0);
        assertThat(told(talk)).isEqualTo("U[Q1] A[A1 to Q1] U[Q2] A[A2 to Q2] U[Q3] A[A3 to Q3]");
        assertThat(talk.task().system()).isEqualTo("Be brief.");
        assertThat(talk.answers().get(0).reasoning()).isEqualTo("hm");
        assertThat(talk.provenance().parents()).containsExactly("a");
        assertThat(talk.provenance().operations()).containsExactly("converse");
        assertThat(talk.provenance().teacher()).isEqualTo("scripted/small-model");
        assertThat(talk.provenance().prompt()).matches("[0-9a-f]{64}");
        assertThat(campaign.asked()).hasSize(5);
    }

    @Test
    void eachSideSeesTheConversationFromItsOwnPlace() {
        StageCampaign campaign = run(
                workspace,
                settings(2, 2),
                Talks::asking,
                sample("a", "Q1", null).under(Task.NONE.withSystem("Be brief.").withPersona("a pilot")));

        TeacherCall visitor = campaign.asked().get(1);
        assertThat(visitor.history())
                .containsExactly(
                        Message.user("The conversation begins. Write the user's first message."),
                        Message.assistant("{\"message\":\"Q1\",\"done\":false}"));
        assertThat(visitor.user()).isEqualTo("A1 to Q1");
        assertThat(visitor.system()).contains("a pilot").doesNotContain("Be brief.");
        TeacherCall assistant = campaign.asked().get(2);
        assertThat(assistant.history()).containsExactly(Message.user("Q1"), Message.assistant("A1 to Q1"));
        assertThat(assistant.user()).isEqualTo("Q2");
        assertThat(assistant.system()).isEqualTo("Be brief.");
    }

    @Test
    void goesOnFromAnAnswerAndFromEarlierTurns() {
        Sample answered = sample("a", "Q1", null).answered(List.of(Answer.of("Given.", null, "t", null)));
        Sample talk = sample("b", "Q2", null)
                .under(Task.NONE.withHistory(List.of(Message.user("Q1"), Message.assistant("Earlier."))));
        Sample full = sample("c", "Q2", null).under(talk.task()).answered(answered.answers());
        StageCampaign campaign = run(workspace, settings(2, 2), Talks::asking, answered, talk, full);

        assertThat(campaign.accepted(STAGE).stream().map(Talks::told))
                .containsExactly(
                        "U[Q1] A[Given.] U[Q2] A[A2 to Q2]",
                        "U[Q1] A[Earlier.] U[Q2] A[A2 to Q2]",
                        "U[Q1] A[Earlier.] U[Q2] A[Given.]");
        Sample unchanged = campaign.accepted(STAGE).get(2);
        assertThat(unchanged.id()).as("has all its turns").isEqualTo("c");
        assertThat(unchanged.provenance().operations()).isEmpty();
    }

    @Test
    void theUserIsDoneNoSoonerThanItMay() {
        StageCampaign campaign = run(
                workspace,
                settings(2, 4),
                call -> call.history().size() < 3
                        ? Replies.text("{\"message\": \"More?\", \"done\": true}")
                        : Talks.done(),
                sample("a", "Q1", null));

        assertThat(told(campaign.accepted(STAGE).get(0))).isEqualTo("U[Q1] A[A1 to Q1] U[More?] A[A2 to More?]");
    }

    @Test
    void beginsWithTheUserWhereTheTextIsAGoal() {
        StageCampaign campaign = run(
                workspace,
                settings(1, 2, TextPart.GOAL, 10_000),
                call -> Talks.says(call.history().isEmpty() ? "Hello!" : "And then?"),
                sample("a", "A refund.", null));

        assertThat(told(campaign.accepted(STAGE).get(0)))
                .isEqualTo("U[Hello!] A[A1 to Hello!] U[And then?] A[A2 to And then?]");
        assertThat(campaign.asked().get(0).system()).contains("<goal>\nLearn.\nA refund.\n</goal>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "As an AI language model, I cannot.",
                "Sure, here is a list of rivers.",
                "How can I help you today?",
                "Assistant: the sea.",
                "You could swim. Let me know if you have any other questions!",
                "I’m happy to help with that."
            })
    void aUserThatAnswersAsTheAssistantSlips(String slip) {
        StageCampaign campaign = run(workspace, settings(2, 4), call -> Talks.says(slip), sample("a", "Q1", null));

        Sample rejected = campaign.rejected(STAGE).get(0);
        assertThat(rejected.reason()).isEqualTo("role-slip");
        assertThat(told(rejected)).as("what was said stays on record").isEqualTo("U[Q1] A[A1 to Q1]");
        assertThat(campaign.asked()).as("the user is asked again, once").hasSize(3);
    }

    @Test
    void anEchoOfTheAnswerIsASlipAndAQuestionAboutItIsNone() {
        String answer = "Rivers end in the sea, in lakes, in other rivers, or in the desert, where they dry out.";

        assertThat(RoleSlip.isAssistant("Yes. " + answer, answer)).isTrue();
        assertThat(RoleSlip.isAssistant("Can you help me with lakes, too?", answer))
                .isFalse();
        assertThat(RoleSlip.isAssistant("I am writing about AI. Which model is sure of itself?", answer))
                .isFalse();
        assertThat(RoleSlip.isUser("User: and then?")).isTrue();
        assertThat(RoleSlip.isUser("Users: there are many.")).isFalse();
    }

    @Test
    void whatEndsAConversationEarlyLeavesTheTurnsBefore() {
        assertThat(endedAfterTwo(1, call -> Talks.says("How can I help you?"))).isEqualTo("accepted with 2");
        assertThat(endedAfterTwo(3, call -> Talks.says("How can I help you?"))).isEqualTo("role-slip with 2");
        assertThat(endedAfterTwo(3, call -> Talks.says("  q2 "))).isEqualTo("repeats with 2");
        assertThat(endedAfterTwo(2, call -> Talks.says("Q1"))).isEqualTo("accepted with 2");
        assertThat(endedAfterTwo(3, call -> Talks.says("x".repeat(400)))).isEqualTo("too-long with 2");
        assertThat(endedAfterTwo(3, call -> Replies.refused("refused"))).isEqualTo("refused with 2");
        assertThat(endedAfterTwo(3, call -> Replies.text("Well."))).isEqualTo("not-json with 2");
        assertThat(endedAfterTwo(3, call -> Replies.text("{\"message\": \"Q3\"}")))
                .isEqualTo("not-as-schema with 2");
        assertThat(endedAfterTwo(3, call -> Talks.says("My <goal> is met."))).isEqualTo("prompt-leaked with 2");
    }

    private String endedAfterTwo(int least, Function<TeacherCall, TeacherDesk.Answer> then) {
        ConverseSettings settings = settings(least, 5, TextPart.MESSAGE, 300);
        StageCampaign campaign = run(
                workspace.resolve("run" + System.nanoTime()),
                settings,
                call -> call.history().size() < 3 ? Talks.says("Q2") : then.apply(call),
                sample("a", "Q1", null));
        List<Sample> accepted = campaign.accepted(STAGE);
        Sample sample = accepted.isEmpty() ? campaign.rejected(STAGE).get(0) : accepted.get(0);
        return (accepted.isEmpty() ? sample.reason() : "accepted") + " with "
                + (sample.task().history().size() / 2 + 1);
    }

    @Test
    void conversationsAreHeldInStepAndEndEachForItself() {
        StageCampaign campaign = run(
                workspace,
                settings(1, 3),
                call -> call.user().contains("stop") ? Talks.done() : Talks.asking(call),
                sample("a", "stop", null),
                sample("b", "Q1", null),
                sample("c", " ", null));

        assertThat(campaign.accepted(STAGE).stream().map(Talks::told))
                .containsExactly("U[stop] A[A1 to stop]", "U[Q1] A[A1 to Q1] U[Q2] A[A2 to Q2] U[Q3] A[A3 to Q3]");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("empty-text");
        assertThat(campaign.asked().stream().map(TeacherCall::user))
                .containsExactly("stop", "Q1", "A1 to stop", "A1 to Q1", "Q2", "A2 to Q2", "Q3");
    }

    @Test
    void asksTheSameAgainAndOtherwiseInAnotherRound() {
        StageCampaign first = run(workspace.resolve("1"), settings(2, 3), Talks::asking, sample("a", "Q1", null));
        StageCampaign again = run(workspace.resolve("2"), settings(2, 3), Talks::asking, sample("a", "Q1", null));

        assertThat(again.asked()).isEqualTo(first.asked());
        assertThat(again.accepted(STAGE)).isEqualTo(first.accepted(STAGE));
        assertThat(first.asked()).allMatch(call -> call.sampleIndex() == 0);
        first.inRound(2).run(STAGE, settings(2, 3), 1);
        assertThat(first.asked().subList(5, 10)).allMatch(call -> call.sampleIndex() == 1);
    }

    @Test
    void aRehearsedConversationIsAConversation() {
        RehearsalTeacher teacher = new RehearsalTeacher(StageCampaign.teacher(Provider.OPENAI));
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .open(STAGE, settings(2, 4), List.of(), List.of(sample("a", "Q1", null)))
                .answering(call -> new TeacherDesk.Answer(teacher.ask(call), null, true));
        campaign.run(STAGE, settings(2, 4), 1);

        assertThat(campaign.accepted(STAGE).get(0).task().history()).hasSizeBetween(2, 6);
    }

    @Test
    void asksNoMainTeacherThatDoesNotTalk() {
        assertThatThrownBy(() -> settings(2, 4).role(StageCampaign.teacher(Provider.EMBEDDED)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("assistant must name a chat model");
        ConverseSettings named = new ConverseSettings(
                "visitor", "expert", new Turns(2, 4), TextPart.MESSAGE, null, 1000, 0.7, 100, 300, 2);
        assertThat(named.role(StageCampaign.teacher(Provider.EMBEDDED))).isEqualTo(WorkerRole.TEACHER);
        assertThat(named.teachers()).containsExactly("visitor", "expert");
    }

    @Test
    void refusesTurnsThatContradictEachOther() {
        assertThatThrownBy(() -> new Turns(5, 4))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be at least as much as least, 5");
    }
}
