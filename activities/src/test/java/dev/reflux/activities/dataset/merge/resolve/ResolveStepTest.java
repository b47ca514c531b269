package dev.reflux.activities.dataset.merge.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.Merged;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings.Keep;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Message.Role;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.PlanJson;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolveStepTest {

    private static final String HELPFULNESS = "judge/helpfulness";

    private static final ResolveSettings CONFIDENCE = new ResolveSettings(Keep.CONFIDENCE, null, 0);
    private static final ResolveSettings VOTE = new ResolveSettings(Keep.VOTE, null, 0);
    private static final ResolveSettings PAIR = new ResolveSettings(Keep.PAIR, HELPFULNESS, 0);
    private static final ResolveSettings NONE = new ResolveSettings(Keep.REJECT_ALL, null, 0);

    @TempDir
    private Path folder;

    private int passes;

    @Test
    void leavesAloneWhatAgreesAndWhatIsAskedInAnotherPlace() {
        Task talk = Task.NONE.withHistory(List.of(new Message(Role.USER, "Hi"), new Message(Role.ASSISTANT, "Hello")));
        List<Sample> samples = List.of(
                labelled("a", "lost card", 0.9),
                labelled("b", "lost card", 0.2),
                labelled("c", "fee", 0.9).under(Task.NONE.withSystem("You are a bank.")),
                labelled("d", "rate", 0.9).under(talk),
                answered("e", "Ask Us", 3).under(Task.NONE.withSystem("x")),
                answered("f", "ask  us", 1).under(Task.NONE.withSystem("x")),
                Merged.sample("g", "prompt"));

        for (ResolveSettings settings : List.of(CONFIDENCE, VOTE, PAIR, NONE)) {
            assertThat(resolve(settings, samples).kept()).isEqualTo(samples);
        }
    }

    @Test
    void keepsWhatTheMostConfidentOneSays() {
        Merged resolved = resolve(
                CONFIDENCE,
                List.of(
                        labelled("a", "fee", 0.7),
                        labelled("b", "rate", 0.9),
                        labelled("c", "fee", 0.8),
                        labelled("d", "rate", 0.1)));

        assertThat(resolved.keptIds()).containsExactly("b", "d");
        assertThat(resolved.reasons()).isEqualTo(Map.of("a", "less-confident", "c", "less-confident"));
        assertThat(resolved.rejected().get(0).provenance().operations()).containsExactly("resolve/kept-b");
    }

    @Test
    void keepsNoneWhereNoneIsMoreConfident() {
        assertThat(resolve(CONFIDENCE, List.of(labelled("a", "fee", 0.7), labelled("b", "rate", 0.7)))
                        .reasons())
                .isEqualTo(Map.of("a", "tied", "b", "tied"));
        assertThat(resolve(CONFIDENCE, List.of(answered("a", "Yes.", 3), answered("b", "No.", 4)))
                        .reasons())
                .isEqualTo(Map.of("a", "tied", "b", "tied"));
    }

    @Test
    void comparesByAVerdictWhereOneIsNamed() {
        ResolveSettings byVerdict = new ResolveSettings(Keep.CONFIDENCE, HELPFULNESS, 0);
        Sample unjudged = Merged.sample("c", "prompt").answered(List.of(Answer.of("Maybe.", null, null, null)));

        Merged resolved = resolve(byVerdict, List.of(answered("a", "Yes.", 3), answered("b", "No.", 4), unjudged));

        assertThat(resolved.keptIds()).containsExactly("b");
    }

    @Test
    void weighsTheVotesForLabelsByConfidenceAndCountsThoseForAnswers() {
        assertThat(resolve(
                                VOTE,
                                List.of(
                                        labelled("a", "fee", 0.3),
                                        labelled("b", "fee", 0.3),
                                        labelled("c", "rate", 0.9)))
                        .reasons())
                .isEqualTo(Map.of("a", "outvoted", "b", "outvoted"));
        assertThat(resolve(VOTE, List.of(answered("a", "Yes.", 1), answered("b", "yes.", 1), answered("c", "No.", 5)))
                        .keptIds())
                .containsExactly("a", "b");
        assertThat(resolve(VOTE, List.of(answered("a", "Yes.", 1), answered("b", "No.", 5)))
                        .reasons())
                .isEqualTo(Map.of("a", "tied", "b", "tied"));
    }

    @Test
    void makesAPairOfTheBestAndTheWorst() {
        Merged resolved = resolve(
                PAIR,
                List.of(
                        answered("a", "Lone surrogate \ud83d.", 1),
                        answered("b", "Yes.", 5),
                        answered("c", "Well.", 3),
                        answered("d", "YES.", 4)));

        assertThat(resolved.keptIds()).containsExactly("b");
        Sample pair = resolved.kept().get(0);
        assertThat(pair.answers())
                .extracting(answer -> answer.mark() + " " + answer.text())
                .containsExactly("CHOSEN Yes.", "REJECTED Lone surrogate \ud83d.");
        assertThat(pair.answers().get(1).verdicts()).hasSize(1);
        assertThat(pair.provenance().parents()).containsExactly("a");
        assertThat(pair.provenance().operations()).containsExactly("resolve/pair");
        assertThat(resolved.reasons()).isEqualTo(Map.of("a", "paired", "c", "outscored", "d", "outscored"));
        assertThat(PlanJson.mapper().valueToTree(resolved.findings()).toString())
                .isEqualTo("{\"conflicts\":1,\"samples\":4,\"outcomes\":{\"chosen\":1,\"outscored\":2,\"paired\":1}}");
    }

    @Test
    void makesNoPairWithoutTheMarginOrWithoutScores() {
        ResolveSettings wide = new ResolveSettings(Keep.PAIR, HELPFULNESS, 2);
        List<Sample> near = List.of(answered("a", "Yes.", 3), answered("b", "No.", 4));

        assertThat(resolve(wide, near).reasons()).isEqualTo(Map.of("a", "tied", "b", "tied"));
        assertThat(resolve(new ResolveSettings(Keep.PAIR, null, 0), near).kept())
                .isEmpty();
        assertThat(resolve(PAIR, near).keptIds()).containsExactly("b");
    }

    @Test
    void pairsLabelsAsAnswers() {
        Merged resolved = resolve(
                new ResolveSettings(Keep.PAIR, null, 0.5),
                List.of(labelled("a", "fee", 0.2), labelled("b", "rate", 0.9)));

        assertThat(resolved.kept().get(0).answers()).extracting(Answer::text).containsExactly("rate", "fee");
        assertThat(resolved.kept().get(0).label()).isEqualTo("rate");
    }

    @Test
    void rejectsAllOfAConflict() {
        assertThat(resolve(NONE, List.of(labelled("a", "fee", 0.2), labelled("b", "rate", 0.9)))
                        .reasons())
                .isEqualTo(Map.of("a", "conflicting", "b", "conflicting"));
    }

    @Test
    void theOrderDecidesNothingAndSurvivorsSurvive() {
        List<Sample> samples = new ArrayList<>();
        Random random = new Random(3);
        for (int i = 0; i < 600; i++) {
            double score = random.nextInt(10) / 10.0;
            samples.add(answered("s" + i, "Answer " + random.nextInt(3), 10 * score)
                    .under(Task.NONE.withSystem("of " + i % 150))
                    .concluded(i % 2 == 0 ? null : "label " + random.nextInt(2), score));
        }
        for (ResolveSettings settings : List.of(CONFIDENCE, VOTE, PAIR, NONE)) {
            Merged once = resolve(settings, samples);
            assertThat(once.rejected()).isNotEmpty();
            assertThat(resolve(settings, once.kept()).kept()).isEqualTo(once.kept());
            List<Sample> shuffled = new ArrayList<>(samples);
            Collections.shuffle(shuffled, random);
            Merged again = resolve(settings, shuffled);
            assertThat(again.kept()).isEqualTo(once.kept());
            assertThat(again.rejected()).isEqualTo(once.rejected());
        }
    }

    @Test
    void aPairIsMarkedForEver() {
        Merged first = resolve(PAIR, List.of(answered("a", "Yes.", 5), answered("b", "No.", 1)));
        List<Sample> both = List.of(first.kept().get(0), answered("c", "Never.", 2));

        Merged second = resolve(PAIR, both);

        assertThat(second.kept()).isEqualTo(both);
        assertThat(first.kept().get(0).answers()).extracting(Answer::mark).containsExactly(Mark.CHOSEN, Mark.REJECTED);
    }

    private static Sample labelled(String id, String label, double confidence) {
        return Merged.sample(id, "prompt").concluded(label, confidence);
    }

    private static Sample answered(String id, String answer, double score) {
        return Merged.sample(id, id.compareTo("c") < 0 ? "prompt" : " PROMPT")
                .answered(
                        List.of(Answer.of(answer, null, null, null).judged(Verdict.passed(HELPFULNESS, score, null))));
    }

    private Merged resolve(ResolveSettings settings, List<Sample> samples) {
        return Merged.by("resolve", settings, samples, folder.resolve("pass-" + passes++));
    }
}
