package dev.reflux.activities.report.survey;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What one round made of its samples: confidences, their reliability on gold, accepted labels, examples of both. */
public final class RoundSurvey {
    private static final int CONFIDENCE_BINS = 25;

    private final Truth truth;
    private final Histogram accepted = new Histogram(CONFIDENCE_BINS);
    private final Histogram rejected = new Histogram(CONFIDENCE_BINS);
    private final Reliability reliability = new Reliability();
    private final SortedMap<String, LabelTally> labels = new TreeMap<>();
    private final RejectedExamples examples = new RejectedExamples();
    private final AcceptedExamples acceptedExamples = new AcceptedExamples();

    private RoundSurvey(Truth truth) {
        this.truth = truth;
    }

    /** Reads the round's dataset and everything its stages and its merge rejected, shard by shard. */
    public static RoundSurvey of(CampaignFolder folder, CampaignPlan plan, int round) {
        List<ShardSet> rejected = new ArrayList<>();
        for (int stage = 1; stage <= plan.stages().size(); stage++) {
            rejected.add(
                    folder.rejected(round, stage, plan.stages().get(stage - 1).name()));
        }
        rejected.add(folder.rejected(round, 0, RoundMerge.NAME));
        return of(folder.gold(), folder.dataset(round), rejected);
    }

    static RoundSurvey of(ShardSet gold, ShardSet accepted, List<ShardSet> rejected) {
        RoundSurvey survey = new RoundSurvey(Truth.of(gold));
        accepted.forEach(survey::addAccepted);
        rejected.forEach(shards -> shards.forEach(survey::addRejected));
        return survey;
    }

    public Histogram accepted() {
        return accepted;
    }

    public Histogram rejected() {
        return rejected;
    }

    /** Of every labelled sample with gold, accepted or not. */
    public Reliability reliability() {
        return reliability;
    }

    /** Labels of the dataset, sorted. */
    public SortedMap<String, LabelTally> labels() {
        return Collections.unmodifiableSortedMap(labels);
    }

    public RejectedExamples examples() {
        return examples;
    }

    public AcceptedExamples acceptedExamples() {
        return acceptedExamples;
    }

    private void addAccepted(Sample sample) {
        acceptedExamples.add(sample);
        if (sample.label() != null) {
            labels.computeIfAbsent(sample.label(), label -> new LabelTally())
                    .add(sample.label(), truth.of(sample.id()));
        }
        addConfidence(sample, accepted);
    }

    private void addRejected(Sample sample) {
        examples.add(sample);
        addConfidence(sample, rejected);
    }

    private void addConfidence(Sample sample, Histogram histogram) {
        if (sample.label() == null || sample.confidence() == null) {
            return;
        }
        histogram.add(sample.confidence());
        String trueLabel = truth.of(sample.id());
        if (trueLabel != null) {
            reliability.add(sample.confidence(), trueLabel.equals(sample.label()));
        }
    }
}
