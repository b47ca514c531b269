package dev.reflux.activities.report;

import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import dev.reflux.workflows.Tally;
import java.util.Locale;
import java.util.Optional;

/** What a reader must know of the teacher before taking its figures for a large model's. */
final class TeacherNotice {
    private static final String REPLAY = "replay";

    private TeacherNotice() {}

    static Optional<String> of(ClosedCampaign campaign) {
        TeacherPlan teacher = campaign.plan().teacher();
        Tally total = campaign.total();
        if (teacher.provider() == Provider.EMBEDDED) {
            return Optional.of("The teacher is the embedded one: "
                    + EmbeddedModel.of(teacher).modelName()
                    + " in the worker's own process under a logistic regression trained on the seeds. No large model"
                    + " was asked, and nothing was paid.");
        }
        if (teacher.model() != null && teacher.model().toLowerCase(Locale.ROOT).contains(REPLAY)) {
            return Optional.of("The teacher replays recorded answers: figures show how those answers fare, not what a"
                    + " model would say today.");
        }
        if (total.teacherCalls() == 0 && total.ledgerHits() > 0) {
            return Optional.of("Every answer came from the ledger: this campaign asked the teacher nothing new.");
        }
        return Optional.empty();
    }
}
