package dev.reflux.activities.student;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Samples;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.config.StudentPlan;
import dev.reflux.workflows.round.StudentReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudentTrainingTest {

    private static final StudentPlan PLAN = new StudentPlan(StudentPlan.Kind.NGRAM, true, 1);
    private static final List<Sample> SEEDS = List.of(
            seed("1", "where is my card", "card"),
            seed("2", "my card has not arrived", "card"),
            seed("3", "the new card is lost", "card"),
            seed("4", "please refund me", "refund"),
            seed("5", "I want my money back", "refund"),
            seed("6", "refund the payment now", "refund"));

    @TempDir
    Path root;

    @Test
    void labelsWhatItHasNotSeen() {
        train(folder(List.of()));
        assertThat(loaded().classify("has my card arrived", 1).get(0).label()).isEqualTo("card");
        assertThat(loaded().classify("a refund, please", 2).get(0).label()).isEqualTo("refund");
    }

    @Test
    void believesTheSureSampleMoreThanTheUnsureOne() {
        Sample sure = Samples.labelled("7", "chargeback", "refund", 0.99);
        Sample unsure = Samples.labelled("8", "chargeback", "card", 0.01);
        train(folder(List.of(sure, unsure)));
        assertThat(loaded().classify("chargeback", 1).get(0).label()).isEqualTo("refund");
        train(folder(List.of(
                Samples.labelled("7", "chargeback", "refund", 0.01),
                Samples.labelled("8", "chargeback", "card", 0.99))));
        assertThat(loaded().classify("chargeback", 1).get(0).label()).isEqualTo("card");
    }

    @Test
    void writesTheSameBytesTwice() throws Exception {
        StudentReport first = train(folder(List.of(Samples.labelled("7", "lost card", "card", 0.9))));
        byte[] model = Files.readAllBytes(folder().studentModel(1));
        byte[] report = Files.readAllBytes(folder().studentReport(1));
        StudentReport second = train(folder(List.of(Samples.labelled("7", "lost card", "card", 0.9))));
        assertThat(second).isEqualTo(first);
        assertThat(Files.readAllBytes(folder().studentModel(1))).isEqualTo(model);
        assertThat(Files.readAllBytes(folder().studentReport(1))).isEqualTo(report);
    }

    @Test
    void isTheSameAfterLoading() {
        NgramStudent trained =
                new StudentTrainer(PLAN).train(SEEDS, nobody -> {}).student();
        NgramStudentFile.save(trained, root.resolve("saved"));
        NgramStudent loaded = NgramStudentFile.load(root.resolve("saved"));
        assertThat(loaded.classify("where is the refund", 2)).isEqualTo(trained.classify("where is the refund", 2));
        assertThat(loaded.seedOpinions()).isEqualTo(trained.seedOpinions());
    }

    @Test
    void refusesADamagedFileByName() throws Exception {
        train(folder(List.of()));
        Path model = folder().studentModel(1);
        byte[] bytes = Files.readAllBytes(model);
        bytes[bytes.length / 2] ^= 1;
        Files.write(model, bytes);
        assertThatThrownBy(() -> StudentTraining.load(model))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining(model.toString());
        Files.write(model, new byte[] {1, 2, 3});
        assertThatThrownBy(() -> StudentTraining.load(model)).isInstanceOf(ShardCorruptException.class);
    }

    @Test
    void measuresTheGainOverSeedsAloneInTheFirstRound() {
        StudentReport report = train(folder(List.of(Samples.labelled("7", "lost card", "card", 0.9))));
        StudentEvaluation evaluation = new JsonDocument(folder().studentReport(1)).read(StudentEvaluation.class);
        assertThat(evaluation.baseline().samples()).isEqualTo(2);
        assertThat(evaluation.trainedOn()).isEqualTo(7);
        assertThat(report.holdoutAccuracy())
                .isEqualTo(evaluation.holdout().accuracy())
                .isEqualTo(1);
    }

    @Test
    void judgesEverySeedByAStudentThatDoesNotKnowIt() {
        List<Sample> seeds = new ArrayList<>(SEEDS);
        seeds.add(seed("9", "zzzz", "card"));
        NgramStudent student =
                new StudentTrainer(PLAN).train(seeds, nobody -> {}).student();
        assertThat(student.seedOpinions()).hasSize(7);
        assertThat(student.seedOpinions())
                .filteredOn(opinion -> opinion.id().equals("9"))
                .allSatisfy(opinion -> assertThat(opinion.judged().confidence()).isBetween(0.49, 0.51));
    }

    @Test
    void trainsOnThoseThatMemoryHasRoomForAndOnTheSameOnesAlways() {
        List<Sample> accepted = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            accepted.add(Samples.labelled("accepted-" + i, "lost card number " + i, "card", 0.9));
        }
        StudentTrainer trainer = new StudentTrainer(PLAN, 20_000);
        int trainedOn = trainer.train(SEEDS, accepted::forEach).trainedOn();
        assertThat(trainedOn).isBetween(200, 600);
        assertThat(trainer.train(SEEDS, accepted::forEach).trainedOn()).isEqualTo(trainedOn);
    }

    private StudentReport train(CampaignFolder folder) {
        return StudentTraining.train(folder, 1, PLAN);
    }

    private Student loaded() {
        return StudentTraining.load(folder().studentModel(1));
    }

    private CampaignFolder folder(List<Sample> accepted) {
        CampaignFolder folder = folder();
        folder.seeds().write(1, SEEDS);
        folder.dataset(1).write(1, accepted);
        folder.holdout()
                .write(1, List.of(seed("h1", "card is missing", "card"), seed("h2", "refund my money", "refund")));
        return folder;
    }

    private CampaignFolder folder() {
        return new LocalWorkspace(root).folder("campaign");
    }

    private static Sample seed(String id, String text, String label) {
        return Samples.labelled(id, text, label, 1);
    }
}
