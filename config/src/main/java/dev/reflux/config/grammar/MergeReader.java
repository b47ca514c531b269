package dev.reflux.config.grammar;

import dev.reflux.config.MergeCatalog;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.TeacherPlan;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads an item of the merge list. */
final class MergeReader {

    private final MergeCatalog catalog;
    private final Teachers teachers;

    MergeReader(MergeCatalog catalog, Teachers teachers) {
        this.catalog = catalog;
        this.teachers = teachers;
    }

    MergePlan read(Binder binder, Node node, Place place) {
        NamedItem item = NamedItem.read("step", catalog.names(), node, place);
        Class<? extends MergeSettings> type = catalog.settingsOf(item.name())
                .orElseThrow(() -> new IllegalStateException("Step " + item.name() + " is listed but has no settings"));
        MergeSettings settings = binder.record(type, item.settings(), item.place());
        if (settings.asks() > 0) {
            for (TeacherPlan teacher : teachers.asked(settings.teachers(), item.place())) {
                Teachers.requireWords(teacher, item.place());
                Teachers.requireChat(teacher, item.place());
            }
        }
        return new MergePlan(
                item.name(), settings.benchmarks(), settings.asks(), settings.teachers(), NamedItem.json(settings));
    }
}
