package dev.reflux.activities.stage.evolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvolveSettingsTest {

    @Test
    void refusesAnOperationThatEvolvesSomethingElse() {
        assertThatThrownBy(() -> settings(Evolves.ANSWER, Map.of("deepen", 1.0), 1, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("operations must be among helpfulness, relevance, depth, creativity, detail where what is"
                        + " answer, got deepen; correct or remove it");
    }

    @Test
    void refusesFewerAttemptsThanGenerations() {
        assertThatThrownBy(() -> settings(Evolves.INSTRUCTION, Map.of(), 3, 2))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("attempts must be at least generations, 3, got 2");
    }

    @Test
    void drawsFromAllOperationsAlikeWhereNoneIsNamed() {
        EvolveSettings settings = settings(Evolves.INSTRUCTION, Map.of(), 2, null);

        assertThat(settings.weighted()).hasSize(6).allMatch(choice -> choice.weight() == 1);
        assertThat(settings.mostAttempts()).isEqualTo(4);
    }

    private static EvolveSettings settings(
            Evolves what, Map<String, Double> operations, int generations, Integer attempts) {
        return new EvolveSettings(what, operations, generations, attempts, true, null, 0.7, 500, 2, null);
    }
}
