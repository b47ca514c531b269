package dev.reflux.activities.stage.evolve;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnswerEvolutionTest {

    private static final String STAGE = EvolveStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void eachGenerationReceivesTheWholeAnswerOfTheOneBefore() {
        StageCampaign campaign =
                evolving(settings(3, 3, true), AnswerEvolutionTest::better, answered("Paris.", "Rome."));

        Sample evolved = campaign.accepted(STAGE).get(0);
        assertThat(campaign.asked())
                .extracting(AnswerEvolutionTest::shown)
                .containsExactly("Paris.", "Paris.+", "Paris.++");
        assertThat(evolved.answers())
                .extracting(Answer::text)
                .containsExactly("Paris.", "Rome.", "Paris.+", "Paris.++", "Paris.+++");
        assertThat(evolved.id()).isEqualTo("a");
        assertThat(evolved.provenance().operations())
                .hasSize(3)
                .allMatch(path -> path.matches("evolve/(helpfulness|relevance|depth|creativity|detail)"));
        assertThat(evolved.answers().get(4).teacher()).isEqualTo("scripted/small-model");
        assertThat(evolved.answers().get(4).prompt()).matches("[0-9a-f]{64}");
    }

    @Test
    void takesTheOriginalsPlaceWhereOriginalsAreNotKept() {
        StageCampaign campaign =
                evolving(settings(2, 2, false), AnswerEvolutionTest::better, answered("Paris.", "Rome."));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .extracting(Answer::text)
                .containsExactly("Paris.++", "Rome.");
    }

    @Test
    void aFailedImprovementIsOnRecordAndLeavesTheSampleAsItWas() {
        StageCampaign campaign = evolving(
                settings(1, 2, true),
                call -> call.sampleIndex() == 0 ? improved("I am sorry.") : Replies.refused("refused"),
                answered("Paris."));

        assertThat(campaign.accepted(STAGE).get(0).answers())
                .extracting(Answer::text)
                .containsExactly("Paris.");
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("sorry-answer", "refused");
        assertThat(campaign.rejected(STAGE).get(0).answers())
                .extracting(Answer::text)
                .containsExactly("I am sorry.");
    }

    @Test
    void rejectsASampleThatHasNoAnswer() {
        StageCampaign campaign = evolving(settings(1, 1, true), AnswerEvolutionTest::better, sample("b", "Do b", null));

        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-answer");
        assertThat(campaign.asked()).isEmpty();
    }

    private StageCampaign evolving(
            EvolveSettings settings, Function<TeacherCall, TeacherDesk.Answer> script, Sample... pool) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(STAGE, settings, List.of(), List.of(pool));
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private static Sample answered(String... answers) {
        return sample("a", "Name a capital.", null)
                .answered(List.of(answers).stream()
                        .map(text -> Answer.of(text, null, null, null))
                        .toList());
    }

    private static String shown(TeacherCall call) {
        return call.user().replaceAll("(?s).*<answer>\n(.*)\n</answer>.*", "$1");
    }

    private static TeacherDesk.Answer better(TeacherCall call) {
        return improved(shown(call) + "+");
    }

    private static TeacherDesk.Answer improved(String answer) {
        return Replies.text("{\"answer\": \"" + answer + "\"}");
    }

    private static EvolveSettings settings(int generations, int attempts, boolean keepOriginals) {
        return new EvolveSettings(
                Evolves.ANSWER, Map.of(), generations, attempts, keepOriginals, null, 1, 500, 1, null);
    }
}
