package dev.reflux.activities.card;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.config.Card;
import dev.reflux.config.CardSource;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

class DatasetCardTest {
    private static final String END_OF_HEADER = "\n---\n";

    @TempDir
    Path workspace;

    private PublishedCampaign campaign;

    @BeforeEach
    void takeOne() {
        campaign = new PublishedCampaign(workspace);
    }

    @Test
    void theHeaderIsWhatTheHubReads() throws IOException {
        campaign.exports = List.of(
                new Export(Format.MESSAGES, "talks.jsonl"),
                new Export(Format.MESSAGES, "talks.parquet"),
                new Export(Format.CLASSIFICATION, "labels.csv"),
                new Export(Format.PROMPT, "prompts.json.gz"));
        campaign.card = new Card("Parcels", "cc-by-4.0", List.of("en", "no"), "Questions of customers.", List.of());

        Map<String, Object> header = header();

        assertThat(header)
                .containsEntry("pretty_name", "Parcels")
                .containsEntry("license", "cc-by-4.0")
                .containsEntry("language", List.of("en", "no"))
                .containsEntry("task_categories", List.of("text-classification", "text-generation"))
                .containsEntry("size_categories", List.of("n<1K"));
        assertThat(header.get("configs"))
                .asList()
                .first()
                .isEqualTo(Map.of(
                        "config_name",
                        "talks.jsonl",
                        "default",
                        true,
                        "data_files",
                        List.of(Map.of("split", "train", "path", "talks.jsonl"))));
        assertThat(header.get("configs")).asList().hasSize(2);
        assertThat(header.get("configs").toString()).contains("path=talks.jsonl", "config_name=prompts");
        assertThat(body())
                .contains("talks.parquet is no configuration", "labels.csv is no configuration")
                .contains("load\\_dataset(\"csv\", data\\_files=\"labels.csv\")");
    }

    @Test
    void measuresLanguagesAndStatesNoLicenceThatNobodyStated() throws IOException {
        assertThat(header()).containsEntry("language", List.of("en")).doesNotContainKey("license");
        assertThat(body())
                .contains("No licence is stated for this dataset.")
                .contains("Told by their n-grams in 2 of 2 samples");
    }

    @Test
    void tellsSourcesTeachersPromptsCountsAndLimits() throws IOException {
        campaign.card = new Card(
                null,
                "apache-2.0",
                List.of(),
                null,
                List.of(
                        new CardSource("Tickets", "cc0-1.0", "https://example.org/t_1"),
                        new CardSource("Own", null, null)));

        assertThat(body())
                .startsWith("\n# support-intents\n")
                .contains("Licence of this dataset, as its author states it: apache-2.0.")
                .contains(
                        "- Tickets (licence as stated: cc0-1.0), <https://example.org/t_1>\n- Own (no licence stated)")
                .contains("| pool.jsonl | 2 |")
                .contains("| openai gpt-4o-mini | 4 |")
                .contains("| 1 | pseudo-label | gpt-4o-mini | 4 |")
                .contains("| " + PublishedCampaign.PROMPT + " | 4 |")
                .contains("| 1 | pseudo-label | 4 | 3 | 1 | no-label 1 |")
                .contains("| 1 | merge | 2 | 2 | 0 |  |")
                .contains("| talks.jsonl | messages | messages | 2 | ")
                .contains("Gold confirms 50.0 % of the 2 that it knows")
                .contains("It was not compared with any benchmark.")
                .contains("SHA-256 of the plan and its input files: f1a9");
    }

    @Test
    void tellsWhatTheMergeFoundAndOfStepsThatDidNotRunNothing() throws IOException {
        assertThat(body())
                .doesNotContain("## Deduplication", "## Conflicts", "## Balance", "## Selection", "## Splits");
        JsonMapper json = new JsonMapper();
        campaign.find(
                "deduplicate",
                json.createObjectNode(),
                new Duplicates(1200, 1100, Map.of("duplicate", 100L), 0, 0, 0, 40, List.of()));
        campaign.find("resolve", json.createObjectNode().put("keep", "vote"), new Resolution(3, 7, Map.of("tied", 7L)));
        campaign.find(
                "balance",
                json.readTree("{\"by\": \"source\", \"most\": 9, \"quotas\": []}"),
                new Balance(Map.of("/home/me/pool.jsonl", new Balance.Group(1100, 9, null, 0, 9L, null))));
        campaign.find(
                "rank",
                json.readTree("{\"by\": [\"confidence\"], \"keep\": 2}"),
                new Ranking(List.of("confidence"), 9, 9, 2, 0.9, 0.85, List.of(), Map.of()));
        campaign.find(
                "split",
                json.createObjectNode(),
                new Division(Map.of("train", 1L, "test", 1L), Map.of(), 0, Map.of(), Map.of()));

        assertThat(body())
                .contains("1,200 samples were compared and 100 rejected (duplicate 100), in 40 clusters.")
                .contains("3 prompts had different answers, 7 samples in all. Settled by vote.", "tied 7")
                .contains("## Balance by source\n", "| pool.jsonl | 1,100 | 9 | 9 |")
                .contains("Ranked by confidence: 2 of 9 samples were selected, of scores from 0.850 to 0.900.")
                .contains("| train | 1 |\n| validation | 0 |\n| test | 1 |")
                .doesNotContain("/home/me", "nearly alike were not looked for");
    }

    @Test
    void whateverTheCampaignSaysStaysAText() throws IOException {
        campaign.card = new Card(
                PublishedCampaign.NASTY,
                null,
                List.of(),
                PublishedCampaign.NASTY,
                List.of(new CardSource(PublishedCampaign.NASTY, null, null)));
        campaign.settings = new JsonMapper().createObjectNode().put("words", PublishedCampaign.NASTY);
        campaign.identity = PublishedCampaign.NASTY;

        assertThat(header())
                .containsEntry(
                        "pretty_name",
                        "\"x\\\" | y | --- license: mit <script>alert(1)</script> [a](javascript:b) `c` \uD83D\uDE00")
                .doesNotContainKey("license");
        assertThat(body())
                .doesNotContain("<script")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .doesNotContainPattern("(?m)^(---|license)");
        assertThat(body().lines()
                        .filter(line -> line.startsWith("| \"x") || line.startsWith("| filter"))
                        .toList())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.split("(?<!\\\\)\\|", -1)).hasSize(4));
    }

    @Test
    void saysNeitherSecretsNorWhereFilesAndServersAre() throws IOException {
        campaign.settings = new JsonMapper()
                .readTree("{\"file\": \"/home/me/words.txt\", \"other\": [\"C:\\\\Users\\\\me\\\\w.txt\"],"
                        + " \"near\": \"lists/words.txt\", \"at\": \"https://me:pw@host.example/x\"}");
        assertThat(body())
                .contains("\"words.txt\"", "\"w.txt\"", "\"lists/words.txt\"")
                .doesNotContain("/home/me", "Users", "me:pw", "host.example", "OPENAI_API_KEY")
                .doesNotContain(workspace.toString());
    }

    @Test
    void namesWhatATemplateRefused() throws IOException {
        Files.writeString(
                workspace.resolve("my.jinja"),
                "{% if messages[0].role == 'system' %}{{ raise_exception('no system') }}{% endif %}{{ messages[0].content }}");
        campaign.exports = List.of(
                new Export(Format.TEXT, "t.jsonl", false, false, "my.jinja", false, false, null, null, null),
                new Export(Format.TEXT, "u.jsonl.gz", false, false, "chatml", false, false, null, null, null));
        assertThat(body())
                .contains(
                        "1 conversations are not in t.jsonl, because its chat template refuses them; the first: sample b")
                .contains(
                        "u.jsonl.gz has no entry in dataset\\_info.json of LLaMA-Factory: it reads no compressed text");
    }

    @Test
    void describesExportsToLlamaFactoryByTheColumnsTheyHave() throws IOException {
        campaign.exports = List.of(
                new Export(Format.ALPACA, "a.jsonl"),
                new Export(Format.SHAREGPT, "s.parquet"),
                new Export(Format.MESSAGES, "m.jsonl"),
                new Export(Format.PREFERENCE, "p.jsonl"),
                new Export(Format.PREFERENCE, "talked.jsonl", true, false),
                new Export(Format.BINARY, "b.jsonl"),
                new Export(Format.CLASSIFICATION, "c.csv"),
                new Export(Format.PROMPT, "q.jsonl"),
                new Export(Format.TEXT, "t.jsonl", false, false, "chatml", true, false, null, null, null));
        JsonNode entries = new JsonMapper()
                .readTree(campaign.publish().resolve("dataset_info.json").toFile());

        assertThat(entries.fieldNames()).toIterable().containsExactly("a", "s", "m", "p", "b", "c", "q", "t");
        assertThat(entries.get("a"))
                .hasToString(
                        "{\"file_name\":\"a.jsonl\",\"formatting\":\"alpaca\",\"columns\":{\"prompt\":\"instruction\","
                                + "\"query\":\"input\",\"response\":\"output\",\"system\":\"system\",\"history\":\"history\"}}");
        assertThat(entries.get("s"))
                .hasToString("{\"file_name\":\"s.parquet\",\"formatting\":\"sharegpt\","
                        + "\"columns\":{\"messages\":\"conversations\"}}");
        assertThat(entries.get("m").path("tags").path("assistant_tag").asText()).isEqualTo("assistant");
        assertThat(entries.get("p").path("ranking").asBoolean()).isTrue();
        assertThat(entries.get("b").path("columns"))
                .hasToString("{\"prompt\":\"prompt\",\"response\":\"completion\",\"kto_tag\":\"label\"}");
        assertThat(entries.get("t").path("columns")).hasToString("{\"prompt\":\"text\"}");
    }

    @Test
    void writesTheSameBytesAgainAndNothingWithoutAnExport() throws IOException {
        String first = card();
        assertThat(card()).isEqualTo(first);
        PublishedCampaign without = new PublishedCampaign(workspace.resolve("other"));
        without.exports = List.of();
        assertThat(without.publish()).doesNotExist();
    }

    private String card() throws IOException {
        return Files.readString(campaign.publish().resolve(DatasetCard.NAME));
    }

    private String body() throws IOException {
        String card = card();
        return card.substring(card.indexOf(END_OF_HEADER) + END_OF_HEADER.length());
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> header() throws IOException {
        String card = card();
        assertThat(card).startsWith("---\n");
        String yaml = card.substring("---\n".length(), card.indexOf(END_OF_HEADER) + 1);
        return (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
