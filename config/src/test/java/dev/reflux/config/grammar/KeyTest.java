package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.StagePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.Node;

/** Holds for every key of every record of the plan. */
class KeyTest {

    private final Binder binder = new Binder(Environment.of(Map.of()), null);

    static Stream<Slot> keys() {
        return PlanRecords.all().stream().flatMap(type -> RecordShape.of(type).slots().stream());
    }

    @ParameterizedTest
    @MethodSource("keys")
    void isDescribedInASentence(Slot key) {
        assertThat(key.key().value()).endsWith(".").hasSizeBetween(6, 120);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void hasATypeThatTheGrammarCanRead(Slot key) {
        assertThatCode(key::kind).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("keys")
    void acceptsItsOwnDefault(Slot key) {
        if (key.hasDefault()) {
            Node written = YamlDocument.compose("default", key.key().otherwise());
            assertThat(binder.read(key, written, new Place("default", 1, key.name()))).isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void acceptsTheExampleThatMessagesGiveForANumber(Slot key) {
        if (key.isWhole() || key.isFraction()) {
            Node written = YamlDocument.compose("example", key.example());
            assertThatCode(() -> binder.read(key, written, new Place("example", 1, key.name())))
                    .doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void refusesNothingAsAValue(Slot key) {
        List<String> refused = new ArrayList<>();
        if (key.rawType() != StagePlan.class) {
            try {
                binder.read(key, YamlDocument.compose("nothing", "null"), new Place("nothing", 1, key.name()));
            } catch (InvalidCampaignException e) {
                refused.add(e.getMessage());
            }
        }
        assertThat(refused).hasSize(1);
    }

    /** The plan's own records, found from its root. */
    static final class PlanRecords {

        private PlanRecords() {}

        static List<Class<?>> all() {
            List<Class<?>> found = new ArrayList<>();
            collect(CampaignPlan.class, found);
            return found;
        }

        private static void collect(Class<?> type, List<Class<?>> found) {
            if (type == StagePlan.class || found.contains(type)) {
                return;
            }
            found.add(type);
            for (Slot slot : RecordShape.of(type).slots()) {
                Class<?> next = slot.isList() ? slot.element().rawType() : slot.rawType();
                if (next.isRecord()) {
                    collect(next, found);
                }
            }
        }
    }
}
