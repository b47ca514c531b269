package dev.reflux.workflows.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Rounds;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StopRuleTest {

    private static final Rounds UNSOLVED = new Rounds(9, null, null, false, Rounds.Over.UNSOLVED);

    @Test
    void goesOnWhileSomethingIsUnsolved() {
        assertThat(StopRule.reason(UNSOLVED, List.of(round(3L)))).isNull();
    }

    @Test
    void endsWhenNothingIsUnsolved() {
        assertThat(StopRule.reason(UNSOLVED, List.of(round(3L), round(0L)))).isEqualTo("all-solved");
    }

    @Test
    void doesNotTakeRoundsOverTheWholePoolForSolved() {
        assertThat(StopRule.reason(new Rounds(9, null, null, false), List.of(round(null))))
                .isNull();
    }

    private static RoundReport round(Long unsolved) {
        Tally merged = new Tally(5, 5, Map.of(), 0, 0, 0, 0, 0, 0, 0);
        return new RoundReport(1, 5, List.of(), new MergeReport(merged, null, 0, unsolved), null, 1);
    }
}
