package dev.reflux.activities.learning;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.Calibrator;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.stage.confidencefilter.ConfidenceFilterSettings;
import dev.reflux.activities.stage.confidencefilter.ConfidenceFilterStage;
import dev.reflux.activities.stage.cotrain.CoTrainSettings;
import dev.reflux.activities.stage.cotrain.CoTrainStage;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.student.StudentTraining;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.embedded.EmbeddedTeacher;
import dev.reflux.activities.teacher.embedded.LabelOpinion;
import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.StudentPlan;
import dev.reflux.workflows.round.StudentReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rounds of teacher, co-training, filter and student, without orchestration: the teacher is asked once. */
final class LearningLoop {

    private final CampaignFolder folder;
    private final List<String> labels;
    private final Map<String, String> gold;
    private final Calibration calibration;
    private final List<Sample> labelled;
    private final StudentPlan plan = new StudentPlan(StudentPlan.Kind.NGRAM, true, 1);

    /** One round's outcome; precision is measured against gold. */
    record Outcome(int round, long accepted, double precision, double pooled, StudentReport student, double seconds) {}

    LearningLoop(Path root, List<Sample> seeds, List<Sample> pool, List<Sample> holdout, Map<String, String> gold) {
        this.gold = gold;
        folder = new LocalWorkspace(root).folder("loop");
        folder.seeds().write(1, seeds);
        folder.holdout().write(1, holdout);
        labels = seeds.stream().map(Sample::label).distinct().sorted().toList();
        EmbeddedTeacher teacher = EmbeddedTeacher.trainedOn(seeds, EmbeddedModel.BGE_SMALL_EN_V1_5);
        calibration = Calibrator.fit(teacher.outOfFold(), labels.size());
        labelled = pool.parallelStream().map(sample -> label(sample, teacher)).toList();
    }

    CampaignFolder folder() {
        return folder;
    }

    List<Outcome> run(int rounds, CoTrainSettings coTrain, ConfidenceFilterSettings filter) {
        List<Outcome> outcomes = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            outcomes.add(round(round, coTrain, filter));
        }
        return outcomes;
    }

    private Outcome round(int round, CoTrainSettings coTrain, ConfidenceFilterSettings filter) {
        long start = System.nanoTime();
        Student student = round == 1 ? null : StudentTraining.load(folder.studentModel(round - 1));
        MemoryContext first = new MemoryContext(round, labels, folder.preparation(round, 2, "co-train"))
                .with(student)
                .with(calibration);
        CoTrainStage coTraining = new CoTrainStage();
        coTraining.prepare(first, coTrain);
        List<Sample> combined = coTraining.process(labelled, first, coTrain);
        List<Sample> through = combined.stream().filter(Sample::isAccepted).toList();

        ShardSet passed = folder.accepted(round, 2, "co-train");
        passed.write(1, through);
        MemoryContext second = new MemoryContext(round, labels, folder.preparation(round, 3, "confidence-filter"))
                .with(first.calibration().orElseThrow())
                .with(passed);
        ConfidenceFilterStage filtering = new ConfidenceFilterStage();
        filtering.prepare(second, filter);
        List<Sample> accepted = filtering.process(through, second, filter).stream()
                .filter(Sample::isAccepted)
                .toList();
        folder.dataset(round).write(1, accepted);
        StudentReport report = StudentTraining.train(folder, round, plan);
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Outcome(round, accepted.size(), precision(accepted), precision(combined), report, seconds);
    }

    private double precision(List<Sample> samples) {
        long right = samples.stream()
                .filter(sample -> gold.get(sample.id()).equals(sample.label()))
                .count();
        return samples.isEmpty() ? 0 : (double) right / samples.size();
    }

    private Sample label(Sample sample, EmbeddedTeacher teacher) {
        TeacherCall call = new TeacherCall(null, sample.text(), null, 0, 256, false, 0);
        List<Candidate> candidates =
                calibration.apply(LabelOpinion.parse(teacher.ask(call).text()).candidates());
        Provenance by = new Provenance(sample.provenance().origin(), teacher.identity(), null, 1, "pseudo-label");
        return sample.labelled(candidates.get(0).label(), candidates.get(0).confidence(), candidates, by);
    }
}
