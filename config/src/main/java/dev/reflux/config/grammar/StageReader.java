package dev.reflux.config.grammar;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads an item of the stage list: {@code - name: {settings}}, or {@code - name} where every setting has a default. */
final class StageReader {

    private final StageCatalog catalog;
    private final Teachers teachers;

    StageReader(StageCatalog catalog, Teachers teachers) {
        this.catalog = catalog;
        this.teachers = teachers;
    }

    StagePlan read(Binder binder, Node node, Place place) {
        NamedItem item = NamedItem.read("stage", catalog.names(), node, place);
        String name = item.name();
        Class<? extends StageSettings> type = catalog.settingsOf(name)
                .orElseThrow(() -> new IllegalStateException("Stage " + name + " is listed but has no settings"));
        StageSettings settings = binder.record(type, item.settings(), item.place());
        teachers.asked(settings.teachers(), item.place())
                .forEach(teacher -> requireFit(settings, teacher, item.place()));
        try {
            return new StagePlan(
                    name,
                    settings.role(teachers.main()),
                    settings.preparation(),
                    settings.creates(),
                    settings.teachers(),
                    settings.lists(),
                    NamedItem.json(settings));
        } catch (InvalidSettingException e) {
            throw Binder.refusal(e, type, item.settings(), item.place());
        }
    }

    private static void requireFit(StageSettings settings, TeacherPlan teacher, Place place) {
        boolean isReward = teacher.provider() == Provider.REWARD;
        if (settings.asksForRewards() && !isReward) {
            throw place.refuse(
                    "must ask a reward model",
                    "provider " + KebabName.of(teacher.provider()),
                    "name a teacher of provider reward");
        }
        if (!settings.asksForRewards()) {
            Teachers.requireWords(teacher, place);
        }
        if (settings.asksInWords()) {
            Teachers.requireChat(teacher, place);
        }
        if (settings.asksForContinuations() && !teacher.takesRawText()) {
            throw place.refuse(
                    "must ask a server that goes on with raw text, outside any chat template",
                    "provider " + KebabName.of(teacher.provider())
                            + (teacher.provider() == Provider.OPENAI ? " without baseUrl" : ""),
                    "name a teacher of provider openai with the baseUrl of a server such as vLLM or llama.cpp");
        }
    }
}
