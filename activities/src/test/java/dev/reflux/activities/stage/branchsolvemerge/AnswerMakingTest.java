package dev.reflux.activities.stage.branchsolvemerge;

import static dev.reflux.activities.stage.branchsolvemerge.Splits.answered;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.branches;
import static dev.reflux.activities.stage.branchsolvemerge.Splits.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.rehearsal.RehearsalTeacher;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerMakingTest {

    private static final String STAGE = BranchSolveMergeStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void splitsSolvesAndMerges() {
        StageCampaign campaign =
                run(workspace, Splits.ANSWER, solving(branches("left", "right")), answered("a", "An old answer."));

        Sample made = campaign.accepted(STAGE).get(0);
        assertThat(made.answers()).extracting(Answer::text).containsExactly("An old answer.", "Merged.");
        assertThat(made.answers().get(1).reasoning())
                .isEqualTo("T-left: left\n\nSolved left.\n\nT-right: right\n\nSolved right.");
        assertThat(made.answers().get(1).prompt()).matches("[0-9a-f]{64}");
        assertThat(campaign.asked()).hasSize(4);
        assertThat(campaign.asked().get(1).user()).contains("left").doesNotContain("right", "An old answer.");
        assertThat(campaign.asked().get(3).user()).contains("Solved left.", "Solved right.");
    }

    /** Splits as told, says of which part it is the solution, merges. */
    private static Function<TeacherCall, TeacherDesk.Answer> solving(TeacherDesk.Answer split) {
        return call -> {
            if (Splits.isBranching(call)) {
                return split;
            }
            boolean isMerge = call.user().contains("Write the answer");
            return Replies.text(
                    isMerge ? "Merged." : "Solved " + (call.user().contains("T-left") ? "left" : "right") + ".");
        };
    }

    @Test
    void rejectsASplitThatIsNone() {
        assertThat(reason(branches())).isEqualTo("no-branches after 2 calls");
        assertThat(reason(branches("left"))).isEqualTo("one-branch after 2 calls");
        assertThat(reason(branches("left", " Left!"))).isEqualTo("one-branch after 2 calls");
        assertThat(reason(branches("a", "b", "c", "d"))).isEqualTo("too-many-branches after 2 calls");
        assertThat(reason(branches("a", "b", "c", "B"))).as("three that differ").isEqualTo("accepted after 5 calls");
        assertThat(reason(branches("a", " "))).isEqualTo("not-as-schema after 2 calls");
        assertThat(reason(Replies.text("{\"branches\": \"a, b\"}"))).isEqualTo("not-as-schema after 2 calls");
        assertThat(reason(Replies.refused("refused"))).isEqualTo("refused after 1 calls");
    }

    private String reason(TeacherDesk.Answer split) {
        StageCampaign campaign =
                run(workspace.resolve("run" + System.nanoTime()), Splits.ANSWER, solving(split), answered("a"));
        List<Sample> rejected = campaign.rejected(STAGE);
        return (rejected.isEmpty() ? "accepted" : rejected.get(0).reason()) + " after "
                + campaign.asked().size() + " calls";
    }

    @Test
    void neverMergesWhatIsIncomplete() {
        StageCampaign campaign = run(
                workspace,
                Splits.ANSWER,
                call -> call.user().contains("T-right") && call.user().contains("Do a")
                        ? Replies.refused("refused")
                        : solving(branches("left", "right")).apply(call),
                answered("a"),
                answered("b"),
                answered("c"));

        assertThat(campaign.rejected(STAGE))
                .extracting(sample -> sample.id() + ": " + sample.reason())
                .containsExactly("a: refused");
        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("b", "c");
        assertThat(campaign.accepted(STAGE).get(0).answers().get(0).reasoning())
                .as("the parts of its own")
                .contains("Solved left.", "Solved right.");
    }

    @Test
    void aRehearsedSplitIsOne() {
        RehearsalTeacher teacher = new RehearsalTeacher(StageCampaign.teacher(Provider.OPENAI));
        StageCampaign campaign = run(
                workspace, Splits.ANSWER, call -> new TeacherDesk.Answer(teacher.ask(call), null, true), answered("a"));

        assertThat(campaign.accepted(STAGE).get(0).answers()).hasSize(1);
    }

    @Test
    void asksTheSameAgain() {
        Function<TeacherCall, TeacherDesk.Answer> script = solving(branches("left", "right"));
        StageCampaign first = run(workspace.resolve("1"), Splits.ANSWER, script, answered("a"));
        StageCampaign again = run(workspace.resolve("2"), Splits.ANSWER, script, answered("a"));

        assertThat(again.asked()).isEqualTo(first.asked());
        assertThat(again.accepted(STAGE)).isEqualTo(first.accepted(STAGE));
    }
}
