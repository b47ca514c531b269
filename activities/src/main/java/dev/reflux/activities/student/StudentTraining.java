package dev.reflux.activities.student;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.student.Evaluation.Answer;
import dev.reflux.activities.student.StudentTrainer.Trained;
import dev.reflux.config.StudentPlan;
import dev.reflux.workflows.round.StudentReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a round: trains the student on the seeds and on what the round accepted, saves it, evaluates it on the holdout.
 * Running it twice writes the same bytes to the same files.
 */
public final class StudentTraining {

    private static final Logger LOG = LoggerFactory.getLogger(StudentTraining.class);

    private StudentTraining() {}

    /** Trains and evaluates the student of a round; in the first round also one that knows the seeds alone. */
    public static StudentReport train(CampaignFolder folder, int round, StudentPlan plan) {
        List<Sample> seeds = new ArrayList<>();
        folder.seeds().forEach(seeds::add);
        ShardSet dataset = folder.dataset(round);
        StudentTrainer trainer = new StudentTrainer(plan);
        Trained trained = trainer.train(seeds, dataset::forEach);
        NgramStudentFile.save(trained.student(), folder.studentModel(round));
        Evaluation holdout = evaluate(trained.student(), folder.holdout());
        Evaluation baseline = round == 1 ? baseline(trainer, seeds, folder.holdout()) : null;
        long accepted = count(dataset);
        if (trained.trainedOn() < seeds.size() + accepted) {
            LOG.warn(
                    "Student of round {} was trained on {} of {} samples: memory has no room for more",
                    round,
                    trained.trainedOn(),
                    seeds.size() + accepted);
        }
        new JsonDocument(folder.studentReport(round))
                .write(new StudentEvaluation(
                        round, trained.trainedOn(), accepted, trained.student().temperature(), holdout, baseline));
        return new StudentReport(
                trained.trainedOn(), holdout.accuracy(), holdout.macroF1(), holdout.calibrationError());
    }

    /**
     * Reads a saved student.
     *
     * @throws dev.reflux.activities.shard.ShardCorruptException if the file is not a whole student
     */
    public static Student load(Path model) {
        return NgramStudentFile.load(model);
    }

    private static Evaluation baseline(StudentTrainer trainer, List<Sample> seeds, ShardSet holdout) {
        return evaluate(trainer.train(seeds, nobody -> {}).student(), holdout);
    }

    private static Evaluation evaluate(Student student, ShardSet holdout) {
        List<Answer> answers = new ArrayList<>();
        holdout.forEach(sample -> {
            Candidate best = student.classify(sample.text(), 1).get(0);
            answers.add(new Answer(sample.label(), best.label(), best.confidence()));
        });
        return Evaluation.of(answers);
    }

    private static long count(ShardSet samples) {
        long[] count = new long[1];
        samples.forEach(sample -> count[0]++);
        return count[0];
    }
}
