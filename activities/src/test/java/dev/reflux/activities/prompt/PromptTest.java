package dev.reflux.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromptTest {

    private static final String TEMPLATE =
            "[system]\nLabels: {{labels}}\n\nNote: {{note}}\n\nAnswer.\n[user]\n{{text}}\n";

    @Test
    void fillsBothParts() {
        Prompt.Messages messages =
                parsed().render(Map.of("labels", "a, b", "note", "short texts", "text", "Where is it? $1 \\"));

        assertThat(messages.system()).isEqualTo("Labels: a, b\n\nNote: short texts\n\nAnswer.");
        assertThat(messages.user()).isEqualTo("Where is it? $1 \\");
    }

    @Test
    void leavesOutAParagraphWhoseValueIsEmpty() {
        Prompt.Messages messages = parsed().render(Map.of("labels", "a, b", "note", "", "text", "x"));

        assertThat(messages.system()).isEqualTo("Labels: a, b\n\nAnswer.");
    }

    @Test
    void doesNotReadAValueAsATemplate() {
        Prompt.Messages messages = parsed().render(Map.of("labels", "a", "note", "n", "text", "{{labels}} {{note}}"));

        assertThat(messages.user()).isEqualTo("{{labels}} {{note}}");
    }

    @Test
    void refusesAnUnknownAndAnUnusedPlaceholder() {
        assertThatThrownBy(() -> Prompt.parse("p.txt", TEMPLATE, Set.of("labels", "text")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Prompt p.txt must use the placeholders [labels, text], it uses [labels, note, text]");
        assertThatThrownBy(() -> Prompt.parse("p.txt", TEMPLATE, Set.of("labels", "note", "text", "tone")))
                .hasMessageContaining("[labels, note, text, tone]");
    }

    @Test
    void refusesAMissingFileAndAMissingPart() {
        assertThatThrownBy(() -> Prompt.load(PromptTest.class, "none.txt"))
                .hasMessage("Prompt dev/reflux/activities/prompt/none.txt must be on the class path, found nothing");
        assertThatThrownBy(() -> Prompt.parse("p.txt", "Only words", Set.of())).hasMessageContaining("[user]");
    }

    @Test
    void refusesValuesOfAnotherTemplate() {
        assertThatThrownBy(() -> parsed().render(Map.of("labels", "a", "text", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherWordingHasAnotherFingerprint() {
        assertThat(parsed().fingerprint()).isEqualTo(parsed().fingerprint());
        assertThat(PromptFingerprint.of("abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static Prompt parsed() {
        return Prompt.parse("p.txt", TEMPLATE, Set.of("labels", "note", "text"));
    }
}
