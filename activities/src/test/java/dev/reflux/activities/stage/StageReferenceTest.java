package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Environment;
import dev.reflux.config.grammar.CampaignGrammar;
import dev.reflux.config.grammar.CampaignReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The stages as the reference and the examples have them. */
class StageReferenceTest {

    private static final Path ROOT = Path.of("..");

    static List<Stage<?>> stages() {
        return Stages.all();
    }

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve("examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("stages")
    void theReferenceHoldsTheTableOfEachStagesSettings(Stage<?> stage) throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/campaign-file.md")))
                .contains("#### " + stage.name() + "\n")
                .contains(CampaignReference.table(stage.settings()));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void eachExampleParses(Path example) throws IOException {
        CampaignGrammar grammar = new CampaignGrammar(new Stages(), Environment.of(Map.of("BANKING77_DIR", "/data")));

        assertThat(grammar.parse(example.toString(), Files.readAllBytes(example))
                        .stages())
                .isNotEmpty();
    }
}
