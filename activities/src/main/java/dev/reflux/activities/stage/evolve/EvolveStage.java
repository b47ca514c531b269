package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.config.CampaignPlan;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Makes instructions harder and wider (Evol-Instruct), or answers better (Evol-Quality), one operation at a time. With {@code
 * auto} the method itself is searched for, once a round, before the first shard.
 *
 * <p>What fails is put on record, rejected with its reason, and its parent returns to the pool: it may be tried again, and
 * goes on unchanged if nothing comes of it. Attempts are capped for each sample, where distilabel's loop may never end.
 * Asked twice about a shard the stage asks the same questions, which the ledger answers.
 */
public final class EvolveStage implements Stage<EvolveSettings> {

    static final String NAME = "evolve";
    static final String EMPTY_TEXT = "empty-text";
    static final String NO_ANSWER = "no-answer";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<EvolveSettings> settings() {
        return EvolveSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, EvolveSettings settings) {
        String prompts = settings.weighted().stream()
                .map(choice -> Method.of(choice.value()).fingerprint())
                .collect(Collectors.joining(" "));
        String search = settings.auto() == null
                ? ""
                : " " + Method.auto(Method.UNIVERSAL).fingerprint() + " " + MethodPrompts.fingerprint();
        return prompts + " " + InformationGain.fingerprint() + search;
    }

    @Override
    public void prepare(StageContext context, EvolveSettings settings) {
        DevelopmentSet development = DevelopmentSet.draw(context.previous(), settings.auto(), context.round());
        new JsonDocument(context.preparation()).write(new Optimiser(context, settings, development).search());
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, EvolveSettings settings) {
        List<Lineage> lineages = samples.stream()
                .map(sample -> new Lineage(checked(sample, settings)))
                .toList();
        Offspring offspring = new Offspring(samples, context, settings);
        Evolution evolution = evolution(context, settings);
        for (int attempt = 0; attempt < settings.mostAttempts(); attempt++) {
            List<Lineage> open = lineages.stream()
                    .filter(lineage -> lineage.isOpen(settings.generations()))
                    .toList();
            if (open.isEmpty()) {
                break;
            }
            List<Evolved> evolved = evolution.evolve(open, attempt);
            for (int at = 0; at < open.size(); at++) {
                Lineage lineage = open.get(at);
                lineage.take(offspring.of(evolved.get(at), lineage.generation(), attempt));
            }
        }
        return lineages.stream()
                .flatMap(lineage -> lineage.results(settings.keepOriginals()).stream())
                .toList();
    }

    private static Evolution evolution(StageContext context, EvolveSettings settings) {
        Asking asking = new Asking(context, settings.teacher(), settings.draws());
        if (settings.auto() != null) {
            Method found = Method.auto(new JsonDocument(context.preparation())
                    .read(MethodFound.class)
                    .method());
            return new InstructionEvolution(asking, settings, (sample, attempt) -> found);
        }
        BiFunction<Sample, Integer, Method> drawn = (sample, attempt) -> drawn(sample, attempt, context, settings);
        return settings.evolves() == Evolves.ANSWER
                ? new AnswerEvolution(asking, settings, drawn)
                : new InstructionEvolution(asking, settings, drawn);
    }

    private static Method drawn(Sample sample, int attempt, StageContext context, EvolveSettings settings) {
        return Method.of(WeightedDraw.draw(
                settings.weighted(), sample.id(), String.valueOf(context.round()), String.valueOf(attempt)));
    }

    private static Sample checked(Sample sample, EvolveSettings settings) {
        if (sample.text().isBlank()) {
            return sample.rejected(EMPTY_TEXT);
        }
        boolean lacksAnswer =
                settings.evolves() == Evolves.ANSWER && sample.answers().isEmpty();
        return lacksAnswer ? sample.rejected(NO_ANSWER) : sample;
    }
}
