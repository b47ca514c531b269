package dev.reflux.activities.stage.cotrain;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.LabelDistribution;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.stage.cotrain.CoTrainSettings.Disagreement;
import java.util.List;

/**
 * Joins the teacher's and the student's view of a text.
 *
 * <p>The label is the most probable one under both, but the confidence never passes what the teacher alone gives to it: the
 * student has learned from the teacher's labels, so its applause is no second opinion, while its doubt is one. On Banking77
 * with target precision 0.95 the plain product let precision sink to 0.91 in the second round; so joined it stayed above 0.94.
 */
final class TwoViews {

    private static final int MOST_CANDIDATES = 5;

    private final CoTrainSettings settings;
    private final int labels;

    TwoViews(CoTrainSettings settings, int labels) {
        this.settings = settings;
        this.labels = labels;
    }

    /** The normalised product of both distributions, not calibrated. */
    List<Candidate> product(List<Candidate> teachers, List<Candidate> students) {
        return LabelDistribution.of(teachers, labels)
                .times(LabelDistribution.of(students, labels), settings.studentWeight(), MOST_CANDIDATES)
                .candidates();
    }

    /** The product's best label, with no more confidence than the teacher has in it. */
    Candidate verdict(List<Candidate> calibratedProduct, List<Candidate> teachers) {
        Candidate best = calibratedProduct.get(0);
        double teachersOwn = LabelDistribution.of(teachers, labels).of(best.label());
        return new Candidate(best.label(), Math.min(best.confidence(), teachersOwn));
    }

    Calibration calibration(double temperature) {
        return new Calibration(temperature, labels, List.of(), List.of());
    }

    boolean rejects(List<Candidate> teachers, List<Candidate> students) {
        return settings.disagreement() == Disagreement.REJECT
                && !teachers.get(0).label().equals(students.get(0).label());
    }
}
