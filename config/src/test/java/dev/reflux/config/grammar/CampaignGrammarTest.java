package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Limits;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Preparation;
import dev.reflux.config.Rounds;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignGrammarTest {

    private final CampaignGrammar grammar = new CampaignGrammar(new SampleStages(), CampaignTable.VARIABLES);

    @Test
    void fillsInTheDefaultsOfWhatIsLeftOut() {
        CampaignPlan plan = good("least that a campaign needs");
        assertThat(plan.budget()).isNull();
        assertThat(plan.exports()).isEmpty();
        assertThat(plan.rounds()).isEqualTo(new Rounds(1, null, null, false));
        assertThat(plan.student()).isEqualTo(new StudentPlan(StudentPlan.Kind.NGRAM, true, 1));
        assertThat(plan.teacher().limits()).isEqualTo(new Limits(16, null, null, Duration.ofMinutes(1)));
    }

    @Test
    void readsABareValueAsTheMappingItStandsFor() {
        CampaignPlan plan = good("mapping instead of the shorthand");
        assertThat(plan.inputs().seeds()).isEqualTo(new DataFile("s.csv", "t", "c", TaskFields.STANDARD, 5, -3));
        assertThat(plan.inputs().pool())
                .isEqualTo(new DataFile("p.csv", "text", "label", TaskFields.STANDARD, null, 1));
        assertThat(plan.inputs().holdout())
                .isEqualTo(new DataFile("h.csv", "text", "label", TaskFields.STANDARD, null, 1));
    }

    @Test
    void givesStagesTheirSettingsAsJsonWithDefaultsFilledIn() {
        StagePlan stage = good("every shape of setting").stages().get(0);
        assertThat(stage.name()).isEqualTo("everything");
        assertThat(stage.settings())
                .hasToString("{\"count\":2,\"rules\":[{\"word\":\"a\",\"weight\":1},{\"word\":\"b\",\"weight\":9}],"
                        + "\"atLeastTwo\":2,\"patience\":\"PT0.25S\",\"flag\":false}");
    }

    @Test
    void readsTheStepsOfTheMerge() {
        assertThat(good("a merge, its step with settings and bare").merge())
                .extracting(step -> step.name() + step.settings())
                .containsExactly("deduplicate{\"threshold\":0.8}", "deduplicate{\"threshold\":1.0}");
    }

    /** A plan of a release that had no merge list is read, and written as it was. */
    @Test
    void aPlanWithoutAMergeSaysNothingOfIt() throws JsonProcessingException {
        CampaignPlan plan = good("least that a campaign needs");
        String json = PlanJson.mapper().writeValueAsString(plan);
        assertThat(json).doesNotContain("merge");
        assertThat(PlanJson.mapper().readValue(json, CampaignPlan.class)).isEqualTo(plan);
    }

    @Test
    void asksSettingsWhenTheirPreparationRuns() {
        CampaignPlan plan = good("stage with nothing below its name");
        assertThat(plan.stages())
                .extracting(StagePlan::preparation)
                .containsExactly(Preparation.NONE, Preparation.AT_ROUND_START);
    }

    @Test
    void keepsPlaceholdersInTextAndResolvesTheOthers() {
        CampaignPlan plan = good("placeholders in numbers, choices, durations and flags");
        assertThat(plan.rounds().max()).isEqualTo(3);
        assertThat(plan.rounds().approve()).isTrue();
        assertThat(plan.teacher().limits().timeout()).isEqualTo(Duration.ofSeconds(5));
        CampaignPlan keyed = good("every key of the teacher");
        assertThat(keyed.teacher().apiKey()).isEqualTo("${KEY}");
        assertThat(keyed.teacher().baseUrl()).isEqualTo("http://localhost:${PORT:-8000}/v1");
    }

    @ParameterizedTest
    @CsvSource({"250ms,PT0.25S", "60s,PT1M", "5m,PT5M", "1h,PT1H", "999999999h,PT999999999H"})
    void readsDurations(String written, Duration duration) {
        String shards = "\nshards: {heartbeatTimeout: " + written + "}\n";
        CampaignPlan plan = grammar.parse("c.yaml", yaml("least that a campaign needs") + shards);
        assertThat(plan.shards().heartbeatTimeout()).isEqualTo(duration);
    }

    @Test
    void readsAFileWithAByteOrderMarkAndWindowsLines() {
        String text = "\uFEFF" + yaml("least that a campaign needs").replace("\n", "\r\n");
        assertThat(grammar.parse("c.yaml", text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(good("least that a campaign needs"));
        String broken = text.replace("embedded", "embeded");
        assertThatThrownBy(() -> grammar.parse("c.yaml", broken.getBytes(StandardCharsets.UTF_8)))
                .isExactlyInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("c.yaml line 3, teacher.provider: ");
    }

    private CampaignPlan good(String name) {
        return grammar.parse("c.yaml", yaml(name));
    }

    private static String yaml(String name) {
        return CampaignTable.read("good-campaigns.txt").stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .yaml();
    }
}
