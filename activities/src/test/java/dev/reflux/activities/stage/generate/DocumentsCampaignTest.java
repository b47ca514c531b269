package dev.reflux.activities.stage.generate;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.InMemoryLedger;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import dev.reflux.config.grammar.CampaignGrammar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions about documents, from campaign files. */
class DocumentsCampaignTest {

    private static final String NAME = GenerateStage.NAME;
    private static final Sample RAIN = sample(
            "rain",
            "Clouds are made of drops that hang in the air. Rain falls when these drops grow too heavy to hang there.\n\n"
                    + "Where the air is cold, the drops freeze on the way down. What arrives is “hail” or snow,"
                    + " and it may lie on the ground until spring.",
            null);

    @TempDir
    private Path workspace;

    @Test
    void asksAboutEachPassageAsTheFileSays() {
        StageCampaign campaign = campaign(plan(
                "{provider: openai, model: m}",
                "{way: documents, size: 150, overlap: 0," + " questions: 2, language: en, answerAs: reference}"));
        campaign.answering(DocumentsCampaignTest::oneGroundedOneNot).run(1);

        assertThat(campaign.asked())
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.user()).contains("Write up to 2 questions"))
                .allSatisfy(call -> assertThat(call.system()).contains("in English"));
        assertThat(campaign.accepted(NAME))
                .extracting(Sample::text, made -> made.task().reference())
                .containsExactly(
                        tuple("When does rain fall down?", "When drops grow heavy."),
                        tuple("How may snow be kept?", "By the cold."));
        assertThat(campaign.accepted(NAME)).allSatisfy(made -> {
            assertThat(made.task().passage()).contains(made.task().checks().get("quote"));
            assertThat(made.answers()).isEmpty();
            assertThat(made.provenance().parents()).containsExactly("rain");
        });
        assertThat(campaign.rejected(NAME)).extracting(Sample::reason).containsExactly("not-grounded", "not-grounded");
    }

    private static TeacherDesk.Answer oneGroundedOneNot(TeacherCall call) {
        String invented =
                "{\"question\": \"Why is the sea blue?\", \"answer\": \"So.\", \"quote\": \"the sea is blue\"}";
        String grounded = call.user().contains("Rain falls")
                ? "{\"question\": \"When does rain fall down?\", \"answer\": \"When drops grow heavy.\","
                        + " \"quote\": \"when these drops grow too heavy\"}"
                : "{\"question\": \"How may snow be kept?\", \"answer\": \"By the cold.\","
                        + " \"quote\": \"the air is cold\"}";
        return Replies.text("{\"questions\": [" + grounded + ", " + invented + "]}");
    }

    @Test
    void rehearsedAnswersQuoteTheirPassages() {
        try (TeacherDesks desks = new TeacherDesks(new InMemoryLedger())) {
            StageCampaign campaign =
                    campaign(plan("{provider: rehearsal}", "{way: documents, size: 130, overlap: 0, language: en}"));
            campaign.through(desks).run(1);

            assertThat(campaign.rejected(NAME)).isEmpty();
            assertThat(campaign.accepted(NAME)).hasSizeGreaterThanOrEqualTo(2).allSatisfy(made -> {
                assertThat(made.task().passage()).contains(made.task().checks().get("quote"));
                assertThat(made.answers()).extracting(Answer::text).doesNotContain("");
            });
        }
    }

    @Test
    void countsNoQuestionsAndNeedsDocuments() {
        assertThatThrownBy(
                        () -> parse("{provider: openai, model: m}", "{by: documents, count: 5}", "{pool: docs.jsonl}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("made.yaml line 6")
                .hasMessageContaining("count: must be left out where documents are asked about");
        assertThatThrownBy(() -> parse("{provider: openai, model: m}", "{by: documents}", "{}"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must give a pool, because stage generate works on what comes in");
    }

    private StageCampaign campaign(CampaignPlan plan) {
        return new StageCampaign(workspace, Provider.OPENAI).open(plan, List.of(), List.of(RAIN));
    }

    private static CampaignPlan plan(String teacher, String by) {
        return parse(teacher, "{by: " + by + "}", "{pool: docs.jsonl}");
    }

    private static CampaignPlan parse(String teacher, String generate, String inputs) {
        String yaml = """
                campaign: asked
                teacher: %s
                student: {kind: none}
                inputs: %s
                stages:
                  - generate: %s
                """.formatted(teacher, inputs, generate);
        return new CampaignGrammar(new Stages(), Environment.of(Map.of())).parse("made.yaml", yaml);
    }
}
