package dev.reflux.activities.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import dev.reflux.config.SpecialTokens;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextExportTest {
    private static final Environment NOTHING_SET = Environment.of(Map.of());
    private static final String PLAIN = "{% for m in messages %}{{ m.role }}={{ m.content }};{% endfor %}";
    private static final Sample ASKED = SampleCampaign.sample("a", "2 + 2? {{ 1 }} \uD83D\uDE00", null, null, null)
            .answered(List.of(Answer.of("4", null, null, null)));

    @TempDir
    Path root;

    @Test
    void rendersAConversationForEachAnswer() throws IOException {
        assertThat(export(text("chatml", false, false), ASKED).rows())
                .containsExactly(
                        "<|im_start|>user\n2 + 2? {{ 1 }} \uD83D\uDE00<|im_end|>\n<|im_start|>assistant\n4<|im_end|>\n");
    }

    @Test
    void masksAreTheCharactersThatTheAssistantWroteCountedAsPythonDoes() throws IOException {
        Written written = export(text("chatml", true, false), ASKED);
        JsonNode mask = written.fields().get(0).path("masks");
        String text = written.rows().get(0);
        assertThat(mask).hasSize(1);
        int from = text.offsetByCodePoints(0, mask.get(0).get(0).asInt());
        int to = text.offsetByCodePoints(0, mask.get(0).get(1).asInt());
        assertThat(text.substring(from, to)).isEqualTo("4<|im_end|>");
    }

    @Test
    void aPromptEndsWhereTheAssistantsTurnBegins() throws IOException {
        Sample unanswered = ASKED.answered(List.of()).under(Task.NONE.withSystem("Be brief."));
        assertThat(export(text("chatml", false, true), ASKED, unanswered).rows())
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).endsWith("<|im_end|>\n<|im_start|>assistant\n"))
                .last()
                .asString()
                .startsWith("<|im_start|>system\nBe brief.<|im_end|>");
    }

    @Test
    void readsTheTemplateOfTheCampaignsFolderAndTheTokensThatAreSet() throws IOException {
        Files.writeString(root.resolve("my.jinja"), "{{ bos_token }}" + PLAIN + "{{ eos_token }}");
        Export export = new Export(
                Export.Format.TEXT,
                "t.jsonl",
                false,
                false,
                "my.jinja",
                false,
                false,
                new SpecialTokens("<s>", "</s>"),
                null,
                null);
        assertThat(export(export, ASKED).rows())
                .containsExactly("<s>user=2 + 2? {{ 1 }} \uD83D\uDE00;assistant=4;</s>");
    }

    @Test
    void whatATemplateRefusesIsLeftOutAndCounted() throws IOException {
        Files.writeString(
                root.resolve("my.jinja"),
                "{% for m in messages %}{% if m.role == 'system' %}{{ raise_exception('no system') }}{% endif %}{% endfor %}"
                        + PLAIN);
        Written written =
                export(text("my.jinja", false, false), ASKED, ASKED.under(Task.NONE.withSystem("Be brief.")), ASKED);
        assertThat(written.rows()).hasSize(2);
        assertThat(written.file().rows()).isEqualTo(2);
        assertThat(written.file().refused()).isEqualTo(1);
        assertThat(written.file().refusal()).isEqualTo("sample a: line 1: it refuses these messages: no system");
    }

    @Test
    void parquetHoldsMasksToo() throws IOException {
        Export export =
                new Export(Export.Format.TEXT, "t.parquet", false, false, "chatml", true, false, null, null, null);
        assertThat(export(export, ASKED).fields().get(0).path("masks").get(0)).hasSize(2);
        assertThat(export(export).fields()).isEmpty();
    }

    @Test
    void aTemplateThatIsMissingOrBrokenIsFoundBeforeAnythingIsSpent() throws IOException {
        assertThatThrownBy(() -> opened(text("chatmll", false, false)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("exports (t.jsonl)")
                .hasMessageContaining("chatmll")
                .hasMessageContaining("chatml, deepseek");
        Files.writeString(root.resolve("my.jinja"), "{% for m in messages %}");
        assertThatThrownBy(() -> opened(text("my.jinja", false, false)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("my.jinja line 1");
        Files.writeString(root.resolve("my.jinja"), "a\n{{ messages | frobnicate }}");
        assertThatThrownBy(() -> opened(text("my.jinja", false, false)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("my.jinja line 2");
    }

    @Test
    void masksThatCannotBeKnownAreFoundBeforeAnythingIsSpent() throws IOException {
        Files.writeString(root.resolve("my.jinja"), "{{ messages | length }}" + PLAIN);
        opened(text("my.jinja", false, false));
        assertThatThrownBy(() -> opened(text("my.jinja", true, false)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("what the assistant wrote");
    }

    @Test
    void anInputThatTheTemplateRefusesIsFoundBeforeAnythingIsSpent() {
        ExportTemplates templates = opened(text("gemma", false, false));
        templates.require(ASKED);
        Task turns = Task.NONE.withHistory(List.of(Message.assistant("I begin.")));
        assertThatThrownBy(() -> templates.require(ASKED.under(turns)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("what is asked at pool.jsonl:1")
                .hasMessageContaining("gemma");
    }

    @Test
    void aTemplateThatWritesTheDayNeedsOne() throws IOException {
        Files.writeString(root.resolve("my.jinja"), "{{ strftime_now('%d %b %Y') }} " + PLAIN);
        assertThatThrownBy(() -> opened(text("my.jinja", false, false)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("date must be given");
        Export dated = new Export(
                Export.Format.TEXT, "t.jsonl", false, false, "my.jinja", false, false, null, "2025-01-31", null);
        opened(dated);
        assertThat(export(dated, ASKED).rows().get(0)).startsWith("31 Jan 2025 user=");
        Export never = new Export(
                Export.Format.TEXT, "t.jsonl", false, false, "my.jinja", false, false, null, "2025-02-31", null);
        assertThatThrownBy(() -> opened(never)).hasMessageContaining("date must be a day, got 2025-02-31");
    }

    @Test
    void allFilesThatATemplateIsReadFromAreTheCampaigns() throws IOException {
        Files.writeString(root.resolve("chat_template.jinja"), PLAIN);
        Files.writeString(root.resolve("tokenizer_config.json"), "{}");
        CampaignPlan plan = plan(text("tokenizer_config.json", false, false));
        assertThat(ExportTemplates.files(plan, root, NOTHING_SET))
                .containsExactlyInAnyOrder(root.resolve("chat_template.jinja"), root.resolve("tokenizer_config.json"));
        assertThat(ExportTemplates.files(plan(text("llama-3", false, false)), root, NOTHING_SET))
                .isEmpty();
    }

    private record Written(ExportedFile file, List<JsonNode> fields) {
        List<String> rows() {
            return fields.stream().map(row -> row.path("text").asText()).toList();
        }
    }

    private static Export text(String template, boolean masks, boolean prompt) {
        return new Export(Export.Format.TEXT, "t.jsonl", false, false, template, masks, prompt, null, null, null);
    }

    private static CampaignPlan plan(Export export) {
        return SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of(export));
    }

    private ExportTemplates opened(Export export) {
        return ExportTemplates.of(plan(export), root, NOTHING_SET);
    }

    private Written export(Export export, Sample... samples) throws IOException {
        CampaignFolder folder = new LocalWorkspace(root).folder("campaign");
        folder.dataset(1).write(1, List.of(samples));
        Tally merged = new Tally(samples.length, samples.length, Map.of(), 0, 0, 0, 0, 0, 0, 1);
        RoundReport last = new RoundReport(1, samples.length, List.of(), new MergeReport(merged, null, 0), null, 1);
        ExportedFile file = new Exports(folder, () -> root, NOTHING_SET)
                .write(List.of(export), last)
                .get(0);
        List<JsonNode> rows = new ArrayList<>();
        try (RowReader reader = Tables.open(file.file(), bad -> {})) {
            for (Row row = reader.next(); row != null; row = reader.next()) {
                rows.add(new JsonMapper().readTree(row.fields().toString()));
            }
        }
        return new Written(file, rows);
    }
}
