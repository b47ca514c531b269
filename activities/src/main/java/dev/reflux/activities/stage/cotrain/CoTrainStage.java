package dev.reflux.activities.stage.cotrain;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.confidence.LabelDistribution;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.cotrain.CoTrainSettings.Disagreement;
import dev.reflux.activities.student.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Multiplies the teacher's probabilities with the student's (co-training, Blum and Mitchell 1998: two views that err on
 * different texts). Lets everything through in the first round, when there is no student.
 *
 * <p>Two views agree more often than they are independent, so the product is too sure of itself: the preparation calibrates
 * it on the seeds, by opinions of teachers and students that were trained without them.
 */
public final class CoTrainStage implements Stage<CoTrainSettings> {

    static final String DISAGREEMENT = "teacher-student-disagreement";

    private static final int MOST_CANDIDATES = 5;

    @Override
    public String name() {
        return "co-train";
    }

    @Override
    public Class<CoTrainSettings> settings() {
        return CoTrainSettings.class;
    }

    @Override
    public void prepare(StageContext context, CoTrainSettings settings) {
        List<JudgedOpinion> combined = context.student()
                .map(student -> combinedOnSeeds(context, student, settings))
                .orElse(List.of());
        Calibration calibration = Calibrator.fit(combined, context.labels().size());
        new JsonDocument(context.preparation())
                .write(new CoTrainPreparation(calibration.temperature(), combined.size()));
        if (!combined.isEmpty()) {
            context.leave(calibration);
        }
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, CoTrainSettings settings) {
        if (context.student().isEmpty()) {
            return samples;
        }
        CoTrainPreparation found = new JsonDocument(context.preparation()).read(CoTrainPreparation.class);
        Calibration calibration =
                new Calibration(found.temperature(), context.labels().size(), List.of(), List.of());
        List<Sample> judged = new ArrayList<>(samples.size());
        for (Sample sample : samples) {
            judged.add(sample.candidates().isEmpty() ? sample : judge(sample, context, calibration, settings));
            context.progress(judged.size(), samples.size());
        }
        return judged;
    }

    private Sample judge(Sample sample, StageContext context, Calibration calibration, CoTrainSettings settings) {
        List<Candidate> students = context.student().orElseThrow().classify(sample.text(), MOST_CANDIDATES);
        List<Candidate> product =
                calibration.apply(product(sample.candidates(), students, calibration.labels(), settings));
        Candidate best = product.get(0);
        Provenance before = sample.provenance();
        Provenance by = new Provenance(before.origin(), before.teacher(), before.prompt(), context.round(), name());
        Sample combined = sample.labelled(best.label(), best.confidence(), product, by);
        return rejects(sample.candidates(), students, settings) ? combined.rejected(DISAGREEMENT) : combined;
    }

    /** Judged opinions of the same seeds, joined as samples are, those left out that would be rejected. */
    private static List<JudgedOpinion> combinedOnSeeds(
            StageContext context, Student students, CoTrainSettings settings) {
        Map<String, JudgedOpinion> bySeed = new TreeMap<>();
        students.seedOpinions().forEach(opinion -> bySeed.put(opinion.id(), opinion));
        List<JudgedOpinion> teachers =
                context.calibration().map(Calibration::opinions).orElse(List.of());
        List<JudgedOpinion> combined = new ArrayList<>();
        for (JudgedOpinion teacher : teachers) {
            JudgedOpinion student = bySeed.get(teacher.id());
            if (student != null && !rejects(teacher.candidates(), student.candidates(), settings)) {
                List<Candidate> product = product(
                        teacher.candidates(),
                        student.candidates(),
                        context.labels().size(),
                        settings);
                combined.add(new JudgedOpinion(teacher.id(), teacher.truth(), product));
            }
        }
        return combined;
    }

    private static List<Candidate> product(
            List<Candidate> teachers, List<Candidate> students, int labels, CoTrainSettings settings) {
        return LabelDistribution.of(teachers, labels)
                .times(LabelDistribution.of(students, labels), settings.studentWeight(), MOST_CANDIDATES)
                .candidates();
    }

    private static boolean rejects(List<Candidate> teachers, List<Candidate> students, CoTrainSettings settings) {
        return settings.disagreement() == Disagreement.REJECT
                && !teachers.get(0).label().equals(students.get(0).label());
    }
}
