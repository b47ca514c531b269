package dev.reflux.activities.stage.confidencefilter;

import dev.reflux.activities.confidence.JudgedConfidence;
import dev.reflux.activities.confidence.PrecisionThreshold;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.confidencefilter.FilterPreparation.LabelThreshold;
import dev.reflux.config.InvalidCampaignException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Accepts the samples whose labels can be trusted; a sample without a confidence never is. */
public final class ConfidenceFilterStage implements Stage<ConfidenceFilterSettings> {

    static final String BELOW_THRESHOLD = "below-threshold";
    static final String BELOW_CLASS_THRESHOLD = "below-class-threshold";
    static final String BELOW_TARGET_PRECISION = "below-target-precision";

    @Override
    public String name() {
        return "confidence-filter";
    }

    @Override
    public Class<ConfidenceFilterSettings> settings() {
        return ConfidenceFilterSettings.class;
    }

    @Override
    public void prepare(StageContext context, ConfidenceFilterSettings settings) {
        FilterPreparation found = settings.keepPerClass() != null
                ? shares(context, settings.shareIn(context.round()))
                : precision(context, settings);
        new JsonDocument(context.preparation()).write(found);
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, ConfidenceFilterSettings settings) {
        if (settings.threshold() != null) {
            return decide(samples, sample -> sample.confidence() >= settings.threshold(), BELOW_THRESHOLD);
        }
        FilterPreparation found = new JsonDocument(context.preparation()).read(FilterPreparation.class);
        return settings.keepPerClass() != null
                ? decide(samples, acceptedBy(found.labels()), BELOW_CLASS_THRESHOLD)
                : decide(samples, acceptedBy(found.precision()), BELOW_TARGET_PRECISION);
    }

    private static List<Sample> decide(List<Sample> samples, Predicate<Sample> accepts, String reason) {
        return samples.stream()
                .map(sample -> isJudged(sample) && accepts.test(sample) ? sample : sample.rejected(reason))
                .toList();
    }

    private static FilterPreparation shares(StageContext context, double share) {
        LabelShares shares = new LabelShares();
        context.previous().forEach(sample -> {
            if (isJudged(sample)) {
                shares.add(sample);
            }
        });
        List<LabelThreshold> thresholds = shares.keeping(share);
        Census census = new Census(acceptedBy(thresholds));
        context.previous().forEach(census::count);
        String finding = String.format(Locale.ROOT, "keeps the most confident %.4g of each label", share);
        return new FilterPreparation(
                census.input, census.accepted, census.meanConfidence(), null, null, thresholds, finding);
    }

    private static FilterPreparation precision(StageContext context, ConfidenceFilterSettings settings) {
        double target = settings.targetPrecision();
        PrecisionThreshold found = PrecisionThreshold.reaching(target, settings.confidenceLevel(), judged(context));
        Census census = new Census(acceptedBy(found));
        context.previous().forEach(census::count);
        return new FilterPreparation(
                census.input,
                census.accepted,
                census.meanConfidence(),
                target,
                found,
                List.of(),
                inWords(found, target));
    }

    private static List<JudgedConfidence> judged(StageContext context) {
        return context.calibration()
                .orElseThrow(() -> new InvalidCampaignException(
                        "confidence-filter: targetPrecision needs a stage before it that is calibrated on the seeds, got none;"
                                + " put pseudo-label before it, or use threshold"))
                .judged();
    }

    private static String inWords(PrecisionThreshold found, double target) {
        return found.reached()
                ? String.format(
                        Locale.ROOT,
                        "from confidence %.4f on, %d of %d judged were right: precision at least %.4f",
                        found.threshold(),
                        found.correct(),
                        found.judged(),
                        found.bound())
                : String.format(
                        Locale.ROOT,
                        "no threshold reaches precision %.4f, so nothing is accepted: the best bound is %.4f, with %d of"
                                + " %d judged right; give more seeds, or a lower target",
                        target,
                        found.bound(),
                        found.correct(),
                        found.judged());
    }

    private static Predicate<Sample> acceptedBy(PrecisionThreshold precision) {
        return sample -> precision.reached() && sample.confidence() >= precision.threshold();
    }

    private static Predicate<Sample> acceptedBy(List<LabelThreshold> thresholds) {
        Map<String, LabelThreshold> byLabel = new TreeMap<>();
        thresholds.forEach(threshold -> byLabel.put(threshold.label(), threshold));
        return sample ->
                byLabel.containsKey(sample.label()) && LabelShares.accepts(byLabel.get(sample.label()), sample);
    }

    private static boolean isJudged(Sample sample) {
        return sample.label() != null && sample.confidence() != null;
    }

    private static final class Census {

        private final Predicate<Sample> accepts;
        private long input;
        private long accepted;
        private double confidence;

        Census(Predicate<Sample> accepts) {
            this.accepts = accepts;
        }

        void count(Sample sample) {
            input++;
            if (isJudged(sample) && accepts.test(sample)) {
                accepted++;
                confidence += sample.confidence();
            }
        }

        Double meanConfidence() {
            return accepted == 0 ? null : confidence / accepted;
        }
    }
}
