package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.util.List;

/** Chooses the way of asking that teacher and settings call for. */
final class Labellers {

    private Labellers() {}

    static Labeller of(TeacherPlan teacher, PseudoLabelSettings settings, List<String> seedLabels) {
        if (teacher.provider() == Provider.EMBEDDED) {
            return new EmbeddedLabeller(teacher.maxOutputTokens());
        }
        LabelSet labels = new LabelSet(settings.labels() == null ? seedLabels : settings.labels());
        return ChatLabeller.by(settings.methodFor(teacher.provider()), labels, settings, teacher);
    }
}
