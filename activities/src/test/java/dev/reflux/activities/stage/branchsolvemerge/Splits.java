package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings, samples and campaigns for the tests of this stage. */
final class Splits {

    static final BranchSolveMergeSettings ANSWER = new BranchSolveMergeSettings(
            Makes.ANSWER, null, 3, Merging.SUM, false, null, NonePasses.REJECT, 0.5, 300, 2);

    private Splits() {}

    static BranchSolveMergeSettings verdict(Merging merge, boolean pairwise, Double passAt) {
        return new BranchSolveMergeSettings(
                Makes.VERDICT, null, 3, merge, pairwise, passAt, NonePasses.REJECT, 0, 300, 2);
    }

    static StageCampaign run(
            Path workspace,
            BranchSolveMergeSettings settings,
            Function<TeacherCall, TeacherDesk.Answer> script,
            Sample... samples) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .open(BranchSolveMergeStage.NAME, settings, List.of(), List.of(samples))
                .answering(script);
        campaign.run(BranchSolveMergeStage.NAME, settings, 1);
        return campaign;
    }

    static Sample answered(String id, String... answers) {
        return StageCampaign.sample(id, "Do " + id, null)
                .answered(Stream.of(answers)
                        .map(answer -> Answer.of(answer, "my thoughts", "teacher", null))
                        .toList());
    }

    static TeacherDesk.Answer branches(String... tasks) {
        return Replies.text(Stream.of(tasks)
                .map(task -> "{\"title\": \"T-" + task.strip() + "\", \"task\": \"" + task + "\"}")
                .collect(Collectors.joining(", ", "{\"branches\": [", "]}")));
    }

    static TeacherDesk.Answer score(int score) {
        return Replies.text("{\"rationale\": \"so it is\", \"score\": " + score + "}");
    }

    static TeacherDesk.Answer scores(int first, int second) {
        return Replies.text("{\"rationale\": \"so they are\", \"first\": " + first + ", \"second\": " + second + "}");
    }

    static boolean isBranching(TeacherCall call) {
        return call.schema() != null && call.schema().contains("branches");
    }

    /** As {@code judge/branch-solve-merge: PASSED 4.0}, without what all names have in common. */
    static List<String> told(Answer answer) {
        return answer.verdicts().stream().map(Splits::told).toList();
    }

    private static String told(Verdict verdict) {
        return verdict.by().replace("judge/branch-solve-merge", "bsm") + ": " + verdict.outcome()
                + (verdict.score() == null ? "" : " " + verdict.score())
                + (verdict.reason() == null ? "" : " " + verdict.reason());
    }
}
