package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Key;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every stage must be, whatever it does. */
class StagesTest {

    @TestFactory
    Stream<DynamicTest> everyStageKeepsTheContract() {
        return Stages.all().stream().map(stage -> DynamicTest.dynamicTest(stage.name(), () -> holdToContract(stage)));
    }

    private static void holdToContract(Stage<?> stage) throws ClassNotFoundException {
        assertThat(stage.name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(stage.settings()).isRecord().isPublic();
        assertThat(stage.settings().getRecordComponents().length).isLessThanOrEqualTo(10);
        for (RecordComponent component : stage.settings().getRecordComponents()) {
            Key key = component.getAnnotation(Key.class);
            assertThat(key).as("@Key on %s", component.getName()).isNotNull();
            assertThat(key.value()).as("what %s means", component.getName()).endsWith(".");
        }
        Class<?> type = stage.getClass();
        assertThat(Modifier.isFinal(type.getModifiers())).isTrue();
        assertThat(type.getPackageName())
                .isEqualTo("dev.reflux.activities.stage." + stage.name().replace("-", ""))
                .isEqualTo(stage.settings().getPackageName());
        assertThat(Class.forName(type.getPackageName() + ".package-info")).isNotNull();
    }

    @Test
    void namesAreUniqueAndKnownToTheCatalog() {
        Stages catalog = new Stages();

        assertThat(catalog.names()).doesNotHaveDuplicates().hasSameSizeAs(Stages.all());
        assertThat(catalog.names())
                .allSatisfy(name -> assertThat(catalog.settingsOf(name)).isPresent());
        assertThat(catalog.settingsOf("no-such-stage")).isEmpty();
    }
}
