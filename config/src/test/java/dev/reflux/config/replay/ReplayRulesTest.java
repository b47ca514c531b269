package dev.reflux.config.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules are worth something only if they catch what they are there for. */
class ReplayRulesTest {

    static List<Class<?>> hazards() {
        return Stream.<Class<?>>of(PlantedHazards.class.getDeclaredClasses())
                .filter(type -> type != PlantedHazards.Harmless.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("hazards")
    void catchEachPlantedHazard(Class<?> hazard) {
        assertThat(isRefused(hazard)).isTrue();
    }

    @Test
    void letHarmlessCodePass() {
        assertThat(isRefused(PlantedHazards.Harmless.class)).isFalse();
    }

    private static boolean isRefused(Class<?> type) {
        JavaClasses classes = new ClassFileImporter().importClasses(type);
        return ReplayRules.allowing("dev.reflux.").evaluate(classes).hasViolation();
    }
}
