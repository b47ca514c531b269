package dev.reflux.activities.stage.evolve;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.Preparation;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptimiserTest {

    private static final String STAGE = EvolveStage.NAME;

    @TempDir
    Path workspace;

    /** Each feedback asks for a better grade; a method of grade n fails on as many instructions fewer. */
    @Test
    void keepsTheMethodThatFailsLeastAndTheShardsUseIt() {
        EvolveSettings settings = settings(search(2, 3));
        StageCampaign campaign = prepared(settings, call -> grading(call, 10));
        MethodFound found = found(campaign);

        assertThat(found.method()).isEqualTo("Method of grade 6");
        assertThat(found.steps()).containsExactly(List.of(0.8), List.of(0.7, 0.6, 0.5), List.of(0.4, 0.3, 0.2));
        assertThat(found.failureRate()).isEqualTo(0.2);
        assertThat(found.development()).isEqualTo(10);

        campaign.run(STAGE, settings, 1);
        Sample evolved = campaign.accepted(STAGE).stream()
                .filter(sample -> !sample.provenance().parents().isEmpty())
                .findFirst()
                .orElseThrow();
        assertThat(evolved.provenance().operations()).containsExactly("evolve/auto");
        assertThat(evolved.provenance().prompt())
                .isEqualTo(Method.auto("Method of grade 6").fingerprint());
    }

    @Test
    void stopsAtTheFirstStepThatBettersNothing() {
        StageCampaign campaign = prepared(settings(search(5, 2)), call -> grading(call, 2));

        assertThat(found(campaign).steps()).as("start, gain, no gain").hasSize(3);
        assertThat(found(campaign).method()).isEqualTo("Method of grade 2");
    }

    @Test
    void startsFromTheUniversalMethodAndKeepsItWhereNothingIsProposed() {
        StageCampaign campaign = prepared(
                settings(search(3, 2)),
                call -> call.schema() != null && call.schema().contains("feedback")
                        ? Replies.refused("refused")
                        : grading(call, 9));

        assertThat(found(campaign).method()).isEqualTo(Method.UNIVERSAL);
        assertThat(found(campaign).failureRate()).isEqualTo(0.8);
    }

    @Test
    void waitsForAllShardsAndShowsWholeTrajectories() {
        EvolveSettings settings = settings(search(1, 1));
        StageCampaign campaign = prepared(settings, call -> grading(call, 9));

        assertThat(settings.preparation()).isEqualTo(Preparation.AFTER_ALL_SHARDS);
        assertThat(campaign.asked())
                .filteredOn(call -> call.schema() != null && call.schema().contains("feedback"))
                .singleElement()
                .satisfies(call -> assertThat(call.user()).contains("Stage 0: Do ", "Stage 1: Do ", "Stage 2: Do "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Understood. What shall I do next?|STAGNATED_COMPLEXITY",
                "Sure! Which one do you mean?|INSUFFICIENT_QUALIFICATION",
                "I can do so. Please provide the table.|LOSS_OF_KEY_INFORMATION",
                "Sure, here it is: 42.|",
                "Is it 42? It is.|"
            })
    void tellsFailedEvolutionsByTheAnswers(String answer, ResponseFailure failure) {
        assertThat(ResponseFailure.of(answer)).isEqualTo(Optional.ofNullable(failure));
    }

    private StageCampaign prepared(EvolveSettings settings, Function<TeacherCall, Answer> script) {
        List<Sample> pool = IntStream.range(0, 20)
                .mapToObj(i -> sample("id" + i, "Do number " + i, null))
                .toList();
        StageCampaign campaign =
                new StageCampaign(workspace, Provider.OPENAI).answering(script).open(STAGE, settings, List.of(), pool);
        campaign.run(STAGE, settings, 0);
        return campaign;
    }

    /** A method of grade n, at most {@code highest}, leaves 8 - n of the ten first instructions it evolves unanswerable. */
    private Answer grading(TeacherCall call, int highest) {
        if (call.schema() == null) {
            return Replies.text(call.user().endsWith("vaguely") ? "Please provide the data." : "The answer is 42.");
        } else if (call.schema().contains("feedback")) {
            return Replies.text("{\"feedback\": \"" + (call.sampleIndex() + 1) + "\"}");
        } else if (call.schema().contains("method")) {
            int grade = Integer.parseInt(between(call.user(), "feedback")) + grade(between(call.user(), "method"));
            return Replies.text("{\"method\": \"Method of grade " + Math.min(grade, highest) + "\"}");
        } else if (call.schema().contains("equal")) {
            return Replies.text("{\"equal\": false}");
        }
        String method = call.system().replaceAll("(?s).*The method:\n(.*?)\n\nThe new.*", "$1");
        return evolved(between(call.user(), "instruction"), grade(method));
    }

    private static Answer evolved(String instruction, int grade) {
        // Rank within the development set: the same ten instructions are measured each time.
        int rank = RANKS.getOrDefault(instruction, 10);
        return Replies.text("{\"plan\": \"none\", \"instruction\": \"" + instruction + " anew"
                + (rank < 8 - grade ? " vaguely" : "") + "\"}");
    }

    private static final Map<String, Integer> RANKS = ranks();

    private static Map<String, Integer> ranks() {
        Map<String, String> byKey = new TreeMap<>();
        for (int i = 0; i < 20; i++) {
            byKey.put(SampleId.of("development", "1", "id" + i), "Do number " + i);
        }
        Map<String, Integer> ranks = new TreeMap<>();
        byKey.values().stream().limit(10).forEach(text -> ranks.put(text, ranks.size()));
        return ranks;
    }

    private static int grade(String method) {
        return method.startsWith("Method of grade ") ? Integer.parseInt(method.substring(16)) : 0;
    }

    private static String between(String text, String fence) {
        return text.replaceAll("(?s).*<" + fence + ">\n(.*)\n</" + fence + ">.*", "$1");
    }

    private static MethodFound found(StageCampaign campaign) {
        return new JsonDocument(campaign.folder().preparation(1, 1, STAGE)).read(MethodFound.class);
    }

    private static EvolveSettings settings(MethodSearch search) {
        return new EvolveSettings(Evolves.INSTRUCTION, Map.of(), 2, 2, true, null, 1, 500, 1, search);
    }

    static MethodSearch search(int steps, int candidates) {
        return new MethodSearch(steps, candidates, 5, 10, null, 0.6);
    }
}
