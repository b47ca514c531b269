package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.nodes.Node;

/** Holds for every key of every record of the plan. */
class KeyTest {

    private final Binder binder = new Binder(Environment.of(Map.of()));

    static Stream<Slot> keys() {
        return CampaignReference.records().stream().flatMap(type -> RecordShape.of(type).slots().stream());
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
            assertThat(binder.read(key, written, new Place("default", 1, key.name())))
                    .isNotNull();
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
        Node nothing = YamlDocument.compose("nothing", "null");
        assertThatThrownBy(() -> binder.read(key, nothing, new Place("nothing", 1, key.name())))
                .isExactlyInstanceOf(InvalidCampaignException.class);
    }
}
