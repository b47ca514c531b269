package dev.reflux.activities.stage.cotrain;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.confidence.JudgedConfidence;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.student.Student;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Joins the teacher's view of a sample with that of the student of the round before (co-training, Blum and Mitchell 1998).
 * Lets everything through in the first round, when there is no student.
 *
 * <p>The preparation calibrates the joined view on the seeds, by opinions of teachers and students trained without them.
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
        TwoViews views = new TwoViews(settings, context.labels().size());
        List<SeedViews> seeds = context.student()
                .map(student -> seedsSeenByBoth(context.calibration(), student))
                .orElse(List.of());
        List<SeedViews> kept = seeds.stream()
                .filter(seed -> !views.rejects(seed.teachers(), seed.students()))
                .toList();
        List<JudgedOpinion> products = kept.stream()
                .map(seed ->
                        new JudgedOpinion(seed.id(), seed.truth(), views.product(seed.teachers(), seed.students())))
                .toList();
        Calibration fitted = Calibrator.fit(products, context.labels().size());
        new JsonDocument(context.preparation()).write(new CoTrainPreparation(fitted.temperature(), kept.size()));
        if (!kept.isEmpty()) {
            context.leave(new Calibration(
                    fitted.temperature(), fitted.labels(), judged(fitted, kept, views), fitted.opinions()));
        }
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, CoTrainSettings settings) {
        if (context.student().isEmpty()) {
            return samples;
        }
        TwoViews views = new TwoViews(settings, context.labels().size());
        CoTrainPreparation found = new JsonDocument(context.preparation()).read(CoTrainPreparation.class);
        Calibration calibration = views.calibration(found.temperature());
        List<Sample> joined = new ArrayList<>(samples.size());
        for (Sample sample : samples) {
            joined.add(sample.candidates().isEmpty() ? sample : join(sample, context, views, calibration));
            context.progress(joined.size(), samples.size());
        }
        return joined;
    }

    private Sample join(Sample sample, StageContext context, TwoViews views, Calibration calibration) {
        List<Candidate> students = context.student().orElseThrow().classify(sample.text(), MOST_CANDIDATES);
        List<Candidate> product = calibration.apply(views.product(sample.candidates(), students));
        Candidate verdict = views.verdict(product, sample.candidates());
        Provenance before = sample.provenance();
        Provenance by = before.by(before.teacher(), before.prompt(), context.round(), name());
        Sample joined = sample.labelled(verdict.label(), verdict.confidence(), product, by);
        return views.rejects(sample.candidates(), students) ? joined.rejected(DISAGREEMENT) : joined;
    }

    /** What both think of a seed that neither was trained on. */
    private record SeedViews(String id, String truth, List<Candidate> teachers, List<Candidate> students) {}

    private static List<SeedViews> seedsSeenByBoth(Optional<Calibration> teachers, Student student) {
        Map<String, JudgedOpinion> byId = new TreeMap<>();
        student.seedOpinions().forEach(opinion -> byId.put(opinion.id(), opinion));
        List<SeedViews> seeds = new ArrayList<>();
        for (JudgedOpinion teacher : teachers.map(Calibration::opinions).orElse(List.of())) {
            JudgedOpinion students = byId.get(teacher.id());
            if (students != null) {
                seeds.add(new SeedViews(teacher.id(), teacher.truth(), teacher.candidates(), students.candidates()));
            }
        }
        return seeds;
    }

    private static List<JudgedConfidence> judged(Calibration fitted, List<SeedViews> seeds, TwoViews views) {
        List<JudgedConfidence> judged = new ArrayList<>();
        for (int i = 0; i < seeds.size(); i++) {
            List<Candidate> product = fitted.opinions().get(i).candidates();
            Candidate verdict = views.verdict(product, seeds.get(i).teachers());
            boolean correct = verdict.label().equals(seeds.get(i).truth());
            judged.add(new JudgedConfidence(verdict.label(), verdict.confidence(), correct));
        }
        return judged;
    }
}
