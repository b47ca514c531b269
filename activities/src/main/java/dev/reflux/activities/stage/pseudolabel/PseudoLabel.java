package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.pseudolabel.Interview.Question;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Provider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The teacher labels every sample, with a calibrated confidence.
 *
 * <p>Asked twice about a shard it asks the same questions, which the ledger answers.
 */
public final class PseudoLabel implements Stage<PseudoLabelSettings> {

    static final String NAME = "pseudo-label";
    static final String EMPTY_TEXT = "empty-text";
    static final String TOO_LONG = "text-too-long";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PseudoLabelSettings> settings() {
        return PseudoLabelSettings.class;
    }

    @Override
    public List<String> listedLabels(PseudoLabelSettings settings) {
        return settings.labels() == null ? List.of() : settings.labels();
    }

    @Override
    public String madeWith(CampaignPlan plan, PseudoLabelSettings settings) {
        String prompt = Labellers.of(plan.teacher(), settings, List.of()).promptFingerprint();
        return prompt == null ? "" : prompt;
    }

    @Override
    public void prepare(StageContext context, PseudoLabelSettings settings) {
        if (isEmbedded(context)) {
            context.leave(Calibrator.fit(context.outOfFold(), labelCount(context, settings)));
            new JsonDocument(context.preparation()).write(new LabelPreparation(List.of(), 0, 0, 0));
            return;
        }
        List<Sample> seeds = new ArrayList<>();
        context.folder().seeds().forEach(seeds::add);
        Examples examples = Examples.of(seeds, settings.examples());
        SeedExam exam = SeedExam.hold(
                new Interview(labeller(context, settings), context), examples, SeedExam.choose(seeds, settings));
        context.leave(Calibrator.fit(exam.opinions(), labelCount(context, settings)));
        new JsonDocument(context.preparation()).write(exam.summary(examples.all()));
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, PseudoLabelSettings settings) {
        Labeller labeller = labeller(context, settings);
        List<Example> examples = new JsonDocument(context.preparation())
                .read(LabelPreparation.class)
                .examples();
        List<Question> questions = samples.stream()
                .filter(sample -> whyNotAsked(sample, settings) == null)
                .map(sample -> new Question(sample, examples))
                .toList();
        Iterator<Opinion> opinions =
                new Interview(labeller, context).ask(questions).iterator();
        Calibration calibration = context.calibration()
                .orElseThrow(() -> new IllegalStateException("The preparation of " + NAME
                        + " must leave a calibration, found none in round " + context.round()));
        return samples.stream()
                .map(sample -> {
                    String why = whyNotAsked(sample, settings);
                    Opinion opinion = why == null ? opinions.next() : Opinion.none(why);
                    return decided(sample, opinion, calibration, provenance(sample, context, labeller));
                })
                .toList();
    }

    private static Labeller labeller(StageContext context, PseudoLabelSettings settings) {
        return Labellers.of(context.plan().teacher(), settings, context.labels());
    }

    private static int labelCount(StageContext context, PseudoLabelSettings settings) {
        return settings.labels() == null
                ? context.labels().size()
                : settings.labels().size();
    }

    private static boolean isEmbedded(StageContext context) {
        return context.plan().teacher().provider() == Provider.EMBEDDED;
    }

    private static String whyNotAsked(Sample sample, PseudoLabelSettings settings) {
        if (sample.text().isBlank()) {
            return EMPTY_TEXT;
        }
        return sample.text().length() > settings.maxTextLength() ? TOO_LONG : null;
    }

    private static Sample decided(Sample sample, Opinion opinion, Calibration calibration, Provenance by) {
        if (!opinion.isLabelled()) {
            return sample.unlabelled(by).rejected(opinion.reason());
        }
        List<Candidate> candidates = calibration.apply(opinion.candidates());
        return sample.labelled(candidates.get(0).label(), candidates.get(0).confidence(), candidates, by);
    }

    private static Provenance provenance(Sample sample, StageContext context, Labeller labeller) {
        return sample.provenance()
                .by(context.teacher().identity(), labeller.promptFingerprint(), context.round(), NAME);
    }
}
