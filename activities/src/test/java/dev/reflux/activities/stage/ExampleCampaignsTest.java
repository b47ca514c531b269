package dev.reflux.activities.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.PlanJson;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The campaigns of the examples folder. */
class ExampleCampaignsTest {

    private static final Path EXAMPLES = Path.of("..", "examples");

    private final CampaignGrammar grammar =
            new CampaignGrammar(new Stages(), Environment.of(Map.of("BANKING77_DIR", "/data")));

    static List<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void comesBackFromJsonAsItWas(Path example) throws JsonProcessingException {
        CampaignPlan plan = plan(example);
        String json = PlanJson.mapper().writeValueAsString(plan);
        CampaignPlan back = PlanJson.mapper().readValue(json, CampaignPlan.class);
        assertThat(back).isEqualTo(plan);
        assertThat(PlanJson.mapper().writeValueAsString(back)).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesItsCampaignAfterItsFile(Path example) {
        assertThat(plan(example).campaign() + ".yaml")
                .isEqualTo(example.getFileName().toString());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void namesFilesThatAreThere(Path example) {
        CampaignPlan plan = plan(example);
        assertThat(Stream.of(
                        plan.inputs().seeds(),
                        plan.inputs().pool(),
                        plan.inputs().holdout()))
                .filteredOn(file -> file != null && !file.path().contains("${"))
                .allMatch(file -> Files.exists(EXAMPLES.resolve(file.path())));
    }

    @Test
    void keepsPlaceholdersInTextAndResolvesThemInNumbers() {
        CampaignPlan plan = plan(EXAMPLES.resolve("banking77.yaml"));
        assertThat(plan.inputs().seeds().path()).isEqualTo("${BANKING77_DIR}/banking77_train.csv");
        assertThat(plan.inputs().seeds().randomSeed()).isEqualTo(1);
    }

    @Test
    void staysShortEnoughForANewcomer() throws IOException {
        assertThat(Files.readAllLines(EXAMPLES.resolve("quickstart.yaml"))).hasSizeLessThanOrEqualTo(40);
    }

    @Test
    void asksStagesForTheWorkersTheyNeedWithThisTeacher() {
        assertThat(plan(EXAMPLES.resolve("quickstart.yaml")).stages().get(0).role())
                .isEqualTo(WorkerRole.COMPUTE);
        assertThat(plan(EXAMPLES.resolve("llm-labels.yaml")).stages().get(0).role())
                .isEqualTo(WorkerRole.TEACHER);
    }

    private CampaignPlan plan(Path example) {
        try {
            return grammar.parse(example.toString(), Files.readAllBytes(example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
