package dev.reflux.activities.stage.filter.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizersTest {

    @TempDir
    private Path folder;

    @Test
    void countsAsOpenAisModelsDo() {
        try (TokenCounter tokens = Tokenizers.named("cl100k-base")) {
            assertThat(tokens.applyAsInt("tiktoken is great!")).isEqualTo(6);
            assertThat(tokens.applyAsInt("")).isZero();
            assertThat(tokens.applyAsInt("<|endoftext|>")).isGreaterThan(1);
        }
    }

    @Test
    void countsByAFileInHuggingFacesFormat() throws IOException {
        Path file = folder.resolve("tokenizer.json");
        try (InputStream bytes = getClass().getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            Files.write(file, bytes.readAllBytes());
        }
        try (TokenCounter tokens = Tokenizers.in(file)) {
            assertThat(tokens.applyAsInt("hello world")).isEqualTo(2);
            assertThat(tokens.applyAsInt("hello ".repeat(1000))).isEqualTo(1000);
        }
    }

    @Test
    void refusesAFileThatHoldsNoTokenizer() throws IOException {
        Path file = Files.writeString(folder.resolve("tokenizer.json"), "{}");

        assertThatThrownBy(() -> Tokenizers.in(file)).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> Tokenizers.requireKnown("o300k-base"))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("o200k-base");
    }
}
