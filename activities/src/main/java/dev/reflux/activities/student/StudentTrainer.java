package dev.reflux.activities.student;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.linear.Example;
import dev.reflux.activities.linear.SoftmaxRegression;
import dev.reflux.activities.linear.SoftmaxTrainer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.StudentPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Trains a {@link NgramStudent} on seeds and accepted samples, weighted by confidence. The same samples give the same
 * student, byte for byte.
 */
final class StudentTrainer {

    /** Fewer folds train the calibrating students on too few seeds, more cost time: each is a training of its own. */
    private static final int FOLDS = 3;

    private static final double L2 = 0.03;
    private static final double RATE = 1;

    /** Steps that small training sets need to converge, and how often they and large ones are walked through. */
    private static final int STEPS = 60_000;

    private static final int FEWEST_EPOCHS = 8;
    private static final int MOST_EPOCHS = 30;

    private static final int OPINION_CANDIDATES = 5;

    private final StudentPlan plan;
    private final long mostEntries;

    StudentTrainer(StudentPlan plan) {
        this(plan, TrainingSet.MOST_ENTRIES);
    }

    StudentTrainer(StudentPlan plan, long mostEntries) {
        this.plan = plan;
        this.mostEntries = mostEntries;
    }

    /** A student, and how many samples it was trained on, seeds included. */
    record Trained(NgramStudent student, int trainedOn) {}

    Trained train(List<Sample> seeds, TrainingSet.Walk accepted) {
        TrainingSet set = TrainingSet.of(seeds, accepted, plan, mostEntries);
        Calibration calibration = Calibrator.fit(outOfFold(set), set.labels.size());
        NgramStudent student = new NgramStudent(
                set.labels, set.weighing, fit(set, -1), calibration.temperature(), calibration.opinions());
        return new Trained(student, set.size());
    }

    /** What students that were trained without a seed think of it, raw; the folds have the same share of every label. */
    private List<JudgedOpinion> outOfFold(TrainingSet set) {
        return IntStream.range(0, FOLDS).parallel().mapToObj(fold -> opinionsOf(set, fold)).toList().stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<JudgedOpinion> opinionsOf(TrainingSet set, int fold) {
        SoftmaxRegression without = fit(set, fold);
        List<JudgedOpinion> opinions = new ArrayList<>();
        for (int i = fold; i < set.seeds.size(); i += FOLDS) {
            double[] scores = without.scores(set.seedExamples.get(i).features());
            opinions.add(new JudgedOpinion(
                    set.seeds.get(i).id(),
                    set.seeds.get(i).label(),
                    NgramStudent.best(SoftmaxRegression.probabilities(scores, 1), set.labels, OPINION_CANDIDATES)));
        }
        return opinions;
    }

    private SoftmaxRegression fit(TrainingSet set, int withoutFold) {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < set.seedExamples.size(); i++) {
            if (i % FOLDS != withoutFold) {
                examples.add(set.seedExamples.get(i));
            }
        }
        examples.addAll(set.acceptedExamples);
        int epochs = Math.max(FEWEST_EPOCHS, Math.min(MOST_EPOCHS, STEPS / Math.max(1, examples.size())));
        SoftmaxTrainer trainer = new SoftmaxTrainer(new SoftmaxTrainer.Settings(L2, epochs, RATE));
        return trainer.train(examples, set.weighing.rarity().length, set.labels.size());
    }
}
