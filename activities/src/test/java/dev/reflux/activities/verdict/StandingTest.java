package dev.reflux.activities.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final Verdict KIND = Verdict.passed("judge/kindness", 5.0, null);
    private static final Verdict TRUE = Verdict.passed("judge/truth", 2.0, null);

    @Test
    void aNameBeforeTheSlashMeansAllOfItsVerdicts() {
        Answer answer = answer(KIND, Verdict.failed("verify/math", "wrong", null), TRUE);

        assertThat(Standing.of(answer, "judge"))
                .isEqualTo(new Standing(Outcome.PASSED, 3.5, List.of("judge/kindness", "judge/truth")));
        assertThat(Standing.of(answer, "judge/truth").score()).isEqualTo(2.0);
        assertThat(Standing.of(answer, "verify").outcome()).isEqualTo(Outcome.FAILED);
        assertThat(Standing.of(answer, "jud").outcome()).isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void theLastVerdictOfANameCounts() {
        Standing standing = Standing.of(answer(TRUE, Verdict.passed("judge/truth", 4.0, null)), "judge");

        assertThat(standing.score()).isEqualTo(4.0);
    }

    @Test
    void anUndecidedVerdictLeavesNeitherAPassNorAScore() {
        Verdict undecided = new Verdict("judge/truth", Outcome.UNDECIDED, 3.0, "unparsable", null);
        Standing standing = Standing.of(answer(KIND, undecided), "judge");

        assertThat(standing.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(standing.score()).isNull();
        assertThat(Standing.of(answer(), "judge").outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(Standing.of(answer(), "judge").score()).isNull();
    }

    @Test
    void undecidedIsNeitherPassedNorFailedInACombination() {
        assertThat(Standing.allOf(List.of(Outcome.PASSED, Outcome.UNDECIDED))).isEqualTo(Outcome.UNDECIDED);
        assertThat(Standing.allOf(List.of(Outcome.FAILED, Outcome.UNDECIDED))).isEqualTo(Outcome.FAILED);
        assertThat(Standing.anyOf(List.of(Outcome.PASSED, Outcome.UNDECIDED))).isEqualTo(Outcome.PASSED);
        assertThat(Standing.anyOf(List.of(Outcome.FAILED, Outcome.UNDECIDED))).isEqualTo(Outcome.UNDECIDED);
    }

    private static Answer answer(Verdict... verdicts) {
        return new Answer("text", null, null, null, null, List.of(verdicts));
    }
}
