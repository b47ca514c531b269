package dev.reflux.activities.stage.propagate;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import dev.reflux.config.Provider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Judges each sample by its own candidates and by those of the texts most like it, seeds among them (label propagation, Zhu
 * and Ghahramani 2002), and calibrates the outcome on hidden seeds.
 *
 * <p>Looks at all samples at once, so it has a limit: a larger pool goes through as it came.
 */
public final class PropagateStage implements Stage<PropagateSettings> {

    /** Time grows with the square of it. */
    private static final int MOST_TEXTS = 20_000;

    /** Texts times labels: three tables of 20 MB. */
    private static final long MOST_PROBABILITIES = 5_000_000;

    /** Texts between two signs of life. */
    private static final int BATCH = 200;

    @Override
    public String name() {
        return "propagate";
    }

    @Override
    public Class<PropagateSettings> settings() {
        return PropagateSettings.class;
    }

    @Override
    public void prepare(StageContext context, PropagateSettings settings) {
        List<Sample> seeds = new ArrayList<>();
        context.folder().seeds().forEach(seeds::add);
        seeds.sort(Comparator.comparing(Sample::label).thenComparing(Sample::id));
        List<Sample> samples = new ArrayList<>();
        context.previous().forEach(sample -> {
            if (!sample.candidates().isEmpty() && samples.size() <= MOST_TEXTS) {
                samples.add(sample);
            }
        });
        LabelSpace labels = LabelSpace.of(seeds, samples);
        int texts = seeds.size() + samples.size();
        PropagatePreparation found = texts > MOST_TEXTS || (long) texts * labels.size() > MOST_PROBABILITIES
                ? new PropagatePreparation(
                        new TreeMap<>(), 0, "too many samples or labels: all go through as they came")
                : propagated(context, settings, seeds, samples);
        new JsonDocument(context.preparation()).write(found);
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, PropagateSettings settings) {
        Map<String, List<Candidate>> opinions = new JsonDocument(context.preparation())
                .read(PropagatePreparation.class)
                .opinions();
        return samples.stream()
                .map(sample -> opinions.containsKey(sample.id())
                        ? relabelled(sample, opinions.get(sample.id()), context)
                        : sample)
                .toList();
    }

    private Sample relabelled(Sample sample, List<Candidate> opinion, StageContext context) {
        Provenance before = sample.provenance();
        Provenance by = new Provenance(before.origin(), before.teacher(), before.prompt(), context.round(), name());
        return sample.labelled(opinion.get(0).label(), opinion.get(0).confidence(), opinion, by);
    }

    private static PropagatePreparation propagated(
            StageContext context, PropagateSettings settings, List<Sample> seeds, List<Sample> samples) {
        List<float[]> vectors = vectors(seeds, samples, context);
        Propagation propagation =
                new Propagation(NeighbourGraph.of(vectors, settings.neighbours()), settings.neighbourWeight());
        LabelSpace labels = LabelSpace.of(seeds, samples);
        Neighbourhood neighbourhood = new Neighbourhood(seeds, samples, labels, propagation);
        List<JudgedOpinion> judged = new ArrayList<>();
        Calibration teachers = context.calibration().orElse(Calibration.ofCalibrated(labels.size(), List.of()));
        if (!teachers.opinions().isEmpty()) {
            List<float[]> sampleVectors = vectors.subList(seeds.size(), vectors.size());
            List<HeldOutSeeds> shares = context.plan().teacher().provider() == Provider.EMBEDDED
                    ? HeldOutSeeds.ofEmbedded(seeds, sampleVectors, teachers)
                    : HeldOutSeeds.ofForeign(seeds, samples);
            shares.forEach(share -> judged.addAll(neighbourhood.judged(share, byId(teachers))));
        }
        Calibration fitted = Calibrator.fit(judged, labels.size());
        if (!judged.isEmpty()) {
            context.leave(fitted);
        }
        SortedMap<String, List<Candidate>> opinions = neighbourhood.opinions();
        opinions.replaceAll((id, raw) -> fitted.apply(raw));
        return new PropagatePreparation(opinions, judged.size(), finding(opinions, samples));
    }

    private static Map<String, JudgedOpinion> byId(Calibration teachers) {
        Map<String, JudgedOpinion> byId = new TreeMap<>();
        teachers.opinions().forEach(opinion -> byId.put(opinion.id(), opinion));
        return byId;
    }

    private static List<float[]> vectors(List<Sample> seeds, List<Sample> samples, StageContext context) {
        List<Sample> all = Stream.concat(seeds.stream(), samples.stream()).toList();
        List<float[]> vectors = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<Sample> batch = all.subList(from, Math.min(all.size(), from + BATCH));
            vectors.addAll(batch.parallelStream()
                    .map(sample -> SentenceEncoder.shared().encode(sample.text()))
                    .toList());
            context.progress(vectors.size(), all.size());
        }
        return vectors;
    }

    private static String finding(Map<String, List<Candidate>> opinions, List<Sample> samples) {
        long changed = samples.stream()
                .filter(sample -> !opinions.get(sample.id()).get(0).label().equals(sample.label()))
                .count();
        return String.format(Locale.ROOT, "%d of %d samples took another label", changed, samples.size());
    }
}
