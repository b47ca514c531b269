package dev.reflux.worker.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @Test
    void leavesAPlainPathAsItIs() {
        assertThat(ShellWord.of(Path.of("/data/reflux-1/ledger_2.db"))).isEqualTo("/data/reflux-1/ledger_2.db");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my data/a", "it's", "$HOME/`id`", "a\"b;c&d|e*", "tab\tline\nend", "größe", "\\n"})
    void theShellReadsOneWord(String path) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s' " + ShellWord.of(Path.of(path))).start();

        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(path);
    }
}
