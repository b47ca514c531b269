package dev.reflux.activities.stage.judge;

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
import java.util.stream.Stream;

/** Samples, settings and campaigns for the tests of this stage. */
final class Trials {

    static final Aspect HELPFULNESS = new Aspect("helpfulness", null, 1, 5, List.of());
    static final Aspect HONESTY = new Aspect("honesty", null, 1, 5, List.of());

    private Trials() {}

    static JudgeSettings settings(JudgeMode mode, Double passAt, List<String> judges, Aspect... aspects) {
        return new JudgeSettings(mode, List.of(aspects), judges, true, passAt, NonePasses.REJECT, 0, 300, 2);
    }

    static JudgeSettings keeping(JudgeMode mode, Double passAt, Aspect... aspects) {
        return new JudgeSettings(mode, List.of(aspects), List.of(), false, passAt, NonePasses.KEEP, 0, 300, 1);
    }

    static Sample answered(String id, String... answers) {
        return StageCampaign.sample(id, "Do " + id, null)
                .answered(Stream.of(answers)
                        .map(answer -> Answer.of(answer, "my thoughts", "teacher", null))
                        .toList());
    }

    static StageCampaign open(Path workspace, JudgeSettings settings, Sample... samples) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .open(JudgeStage.NAME, settings, List.of(), List.of(samples));
    }

    static StageCampaign judged(
            Path workspace,
            JudgeSettings settings,
            Function<TeacherCall, TeacherDesk.Answer> judge,
            Sample... samples) {
        StageCampaign campaign = open(workspace, settings, samples).answering(judge);
        campaign.run(JudgeStage.NAME, settings, 1);
        return campaign;
    }

    static TeacherDesk.Answer score(int score) {
        return Replies.text("{\"rationale\": \"so it is\", \"score\": " + score + "}");
    }

    static TeacherDesk.Answer better(String which) {
        return Replies.text("{\"rationale\": \"so it is\", \"better\": \"" + which + "\"}");
    }

    static TeacherDesk.Answer scores(List<Integer> scores) {
        return Replies.text("{\"rationale\": \"ranked\", \"scores\": " + scores + "}");
    }

    /** As {@code judge/honesty: PASSED 4.0}, and the reason where there is one. */
    static List<String> told(Answer answer) {
        return answer.verdicts().stream().map(Trials::told).toList();
    }

    private static String told(Verdict verdict) {
        return verdict.by() + ": " + verdict.outcome() + (verdict.score() == null ? "" : " " + verdict.score())
                + (verdict.reason() == null ? "" : " " + verdict.reason());
    }
}
