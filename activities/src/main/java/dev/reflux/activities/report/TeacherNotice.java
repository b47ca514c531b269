package dev.reflux.activities.report;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import dev.reflux.workflows.Tally;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a reader must know of the teachers before taking a campaign's figures for a large model's. */
public final class TeacherNotice {
    private static final String REPLAY = "replay";

    private TeacherNotice() {}

    static Optional<String> of(ClosedCampaign campaign) {
        Tally total = campaign.total();
        Optional<String> ofPlan = of(campaign.plan());
        if (ofPlan.isEmpty() && total.teacherCalls() == 0 && total.ledgerHits() > 0) {
            return Optional.of("Every answer came from the ledger: this campaign asked the teacher nothing new.");
        }
        return ofPlan;
    }

    /** What can be said before the campaign has begun; empty where every teacher is a model that is asked. */
    public static Optional<String> of(CampaignPlan plan) {
        TeacherPlan teacher = plan.teacher();
        if (teacher.provider() == Provider.EMBEDDED) {
            return Optional.of("The teacher is the embedded one: "
                    + EmbeddedModel.of(teacher).modelName()
                    + " in the worker's own process under a logistic regression trained on the seeds. No large model"
                    + " was asked, and nothing was paid.");
        }
        if (plan.isRehearsal()) {
            return Optional.of(
                    "The teacher rehearses: its answers are made up to fit the questions, and mean nothing.");
        }
        if (isReplay(teacher)) {
            return Optional.of("The teacher replays recorded answers: figures show how those answers fare, not what a"
                    + " model would say today.");
        }
        List<String> replays = new TreeMap<>(plan.teachers())
                .entrySet().stream()
                        .filter(entry -> isReplay(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .toList();
        return replays.isEmpty()
                ? Optional.empty()
                : Optional.of("These of the teachers replay recorded answers: " + String.join(", ", replays) + ".");
    }

    /** A server that replays says so by its model's name. */
    private static boolean isReplay(TeacherPlan teacher) {
        boolean isNamedSo = teacher.model() != null
                && teacher.model().toLowerCase(Locale.ROOT).contains(REPLAY);
        return teacher.provider() == Provider.REPLAY || isNamedSo;
    }
}
