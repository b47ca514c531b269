package dev.reflux.config.grammar;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.StageCatalog;
import dev.reflux.config.TeacherPlan;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Reads campaign files into plans: YAML in UTF-8, every key known, every value checked before anything is created or
 * spent.
 */
public final class CampaignGrammar {

    private final StageCatalog catalog;
    private final Environment environment;

    public CampaignGrammar(StageCatalog catalog, Environment environment) {
        this.catalog = catalog;
        this.environment = environment;
    }

    /**
     * Reads one campaign. Placeholders in text stay in the plan as they are written; in numbers, durations, choices and
     * flags they are resolved.
     *
     * @param file name of the file, as messages should show it
     * @param bytes what it holds
     * @throws dev.reflux.config.InvalidCampaignException at the first thing that is wrong, with file, line, path, rule,
     *     value and remedy; never with a secret or the value of a variable
     */
    public CampaignPlan parse(String file, byte[] bytes) {
        return parse(file, CampaignText.decode(file, bytes));
    }

    /** As {@link #parse(String, byte[])}, of text that is already decoded. */
    public CampaignPlan parse(String file, String text) {
        Node root = YamlDocument.compose(file, text);
        Place top = Place.top(file, root);
        Teachers teachers = teachers(root, top);
        Binder binder = new Binder(
                environment, new StageReader(catalog, teachers), new MergeReader(catalog.merging(), teachers));
        return binder.record(CampaignPlan.class, root, top);
    }

    /** Come first, because stages ask them which workers they need. */
    private Teachers teachers(Node root, Place top) {
        MappingEntries entries = MappingEntries.of(RecordShape.of(CampaignPlan.class), root, top);
        MappingEntries.Entry teacher = entries.get("teacher");
        if (teacher == null) {
            throw top.key("teacher").refuse("must be given", "nothing", "add teacher: {provider: embedded}");
        }
        Binder binder = new Binder(environment);
        TeacherPlan main = binder.record(TeacherPlan.class, teacher.node(), teacher.place());
        Map<String, TeacherPlan> named = new TreeMap<>();
        MappingEntries.Entry further = entries.get("teachers");
        if (further != null) {
            Slot slot = RecordShape.of(CampaignPlan.class).slots().stream()
                    .filter(candidate -> candidate.name().equals("teachers"))
                    .findFirst()
                    .orElseThrow();
            ((Map<?, ?>) binder.read(slot, further.node(), further.place()))
                    .forEach((name, plan) -> named.put((String) name, (TeacherPlan) plan));
        }
        return new Teachers(main, named);
    }
}
