package dev.reflux.worker.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.worker.orchestrator.OrchestratorChoice.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OrchestratorChoiceTest {
    @TempDir
    private Path folder;

    private Map<String, String> pathWithCli() throws IOException {
        Path cli = Files.createFile(folder.resolve("temporal"));
        assertThat(cli.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", "/nowhere:" + folder);
    }

    @Test
    void takesTheAddressThatWasGivenBeforeAnythingElse() {
        OrchestratorChoice choice =
                OrchestratorChoice.of("temporal.example:7233", Map.of("TEMPORAL_ADDRESS", "other:1"));
        assertThat(choice).isEqualTo(new OrchestratorChoice(Kind.ADDRESS, "temporal.example:7233"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEMPORAL_ADDRESS", "TEMPORAL_CONFIG_FILE", "TEMPORAL_PROFILE"})
    void takesTheEnvironmentBeforeTheCli(String variable) throws IOException {
        Map<String, String> environment = Map.of("PATH", pathWithCli().get("PATH"), variable, "something");
        assertThat(OrchestratorChoice.of(null, environment).kind()).isEqualTo(Kind.ENVIRONMENT);
    }

    @Test
    void takesTheCliOnThePath() throws IOException {
        assertThat(OrchestratorChoice.of(null, pathWithCli()))
                .isEqualTo(new OrchestratorChoice(
                        Kind.DEV, folder.resolve("temporal").toString()));
    }

    @Test
    void fallsBackToTheEmbeddedOne() {
        assertThat(OrchestratorChoice.of(null, Map.of("PATH", "/nowhere", "TEMPORAL_ADDRESS", ""))
                        .kind())
                .isEqualTo(Kind.EMBEDDED);
    }

    @Test
    void obeysWhenTheEmbeddedOneIsAskedFor() throws IOException {
        assertThat(OrchestratorChoice.of("embedded", pathWithCli()).kind()).isEqualTo(Kind.EMBEDDED);
    }

    @Test
    void saysWhatIsMissingForADevServer() {
        assertThatThrownBy(() -> OrchestratorChoice.of("dev", Map.of("PATH", "/nowhere")))
                .isInstanceOf(OrchestratorUnreachableException.class)
                .hasMessageContaining("needs the temporal CLI on the PATH");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", ":7233", "http://localhost:7233", "Dev"})
    void refusesWhatIsNoAddress(String asked) {
        assertThatThrownBy(() -> OrchestratorChoice.of(asked, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("got " + asked);
    }
}
