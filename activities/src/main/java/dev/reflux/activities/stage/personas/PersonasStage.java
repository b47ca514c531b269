package dev.reflux.activities.stage.personas;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes samples of each sample through personas, as Persona Hub (arXiv 2406.20094) spreads data by who asks. A sample meets
 * each persona once at most, in whatever round.
 *
 * <p>Asked twice about a shard it draws the same personas and asks the same questions, which the ledger answers.
 */
public final class PersonasStage implements Stage<PersonasSettings> {

    static final String NAME = "personas";
    static final String EMPTY_TEXT = "empty-text";
    static final String NO_PERSONA_LEFT = "no-persona-left";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PersonasSettings> settings() {
        return PersonasSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, PersonasSettings settings) {
        return settings.makes() == Made.INSTRUCTION ? AskPrompt.fingerprint() : TaskPrompt.fingerprint();
    }

    @Override
    public void prepare(StageContext context, PersonasSettings settings) {
        new JsonDocument(context.preparation()).write(new PersonasPreparation(context.texts(settings.personas())));
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, PersonasSettings settings) {
        PersonaDraw draw = new PersonaDraw(
                new JsonDocument(context.preparation())
                        .read(PersonasPreparation.class)
                        .personas(),
                settings.perSample());
        List<Sample> results = new ArrayList<>();
        List<Coloured> coloured = new ArrayList<>();
        for (Sample sample : samples) {
            List<String> personas = sample.text().isBlank() ? List.of() : draw.draw(sample.id(), context.round());
            personas.forEach(persona -> coloured.add(new Coloured(sample, persona)));
            if (personas.isEmpty() && !settings.keepOriginals()) {
                results.add(sample.rejected(sample.text().isBlank() ? EMPTY_TEXT : NO_PERSONA_LEFT));
            } else if (settings.keepOriginals()) {
                results.add(sample);
            }
        }
        results.addAll(
                settings.makes() == Made.INSTRUCTION
                        ? asked(coloured, context, settings)
                        : onTask(coloured, context, settings));
        return results;
    }

    private static List<Sample> onTask(List<Coloured> coloured, StageContext context, PersonasSettings settings) {
        List<Sample> made = new ArrayList<>();
        for (Coloured one : coloured) {
            Sample child = settings.makes() == Made.PERSONA_ON_TASK ? one.answeredAs() : one.talkedAs();
            Provenance by = child.provenance();
            made.add(child.from(by.by(by.teacher(), by.prompt(), context.round(), NAME)));
        }
        return made;
    }

    private static List<Sample> asked(List<Coloured> coloured, StageContext context, PersonasSettings settings) {
        TeacherDesk desk = context.teacher(settings.teacher());
        int total = coloured.size();
        List<Reading<String>> readings = new Questions(
                        desk, settings.draws(), settled -> context.progress(settled, total))
                .ask(
                        coloured.stream()
                                .map(one -> AskPrompt.call(one.sample(), one.persona(), settings))
                                .toList(),
                        AskPrompt::read);
        List<Sample> made = new ArrayList<>();
        for (int at = 0; at < total; at++) {
            Reading<String> reading = readings.get(at);
            Coloured one = coloured.get(at);
            Sample child = one.asked(
                    reading.isUsable() ? reading.value() : one.sample().text());
            Sample signed =
                    child.from(child.provenance().by(desk.identity(), AskPrompt.fingerprint(), context.round(), NAME));
            made.add(reading.isUsable() ? signed : signed.rejected(reading.reason()));
        }
        return made;
    }
}
