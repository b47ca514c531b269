package dev.reflux.activities.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.Export;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
    private static final List<String> TEXTS = List.of(
            "plain",
            "comma, \"quotes\" and 'more'",
            "first line\nsecond line\r\nthird",
            "👩‍💻 straße, 日本語",
            " spaces around ",
            "=1+1",
            "\\backslash\t tab",
            "");

    @TempDir
    Path root;

    private CampaignFolder folder;

    @BeforeEach
    void fillDataset() {
        folder = new LocalWorkspace(root).folder("campaign");
        folder.dataset(2).write(1, samples(0, 3));
        folder.dataset(2).write(2, samples(3, TEXTS.size()));
    }

    @Test
    void csvGivesBackEveryTextInOrder() throws IOException {
        Path file = export("accepted.csv").get(0);
        CsvSchema header = CsvSchema.emptySchema().withHeader();
        List<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(header)
                .<Map<String, String>>readValues(file.toFile())
                .readAll();
        assertThat(rows).extracting(row -> row.get("text")).containsExactlyElementsOf(TEXTS);
        assertThat(rows.get(1)).containsEntry("label", "label-1").containsEntry("confidence", "0.91");
        assertThat(rows.get(0).keySet()).containsExactly("text", "label", "confidence");
    }

    @Test
    void csvQuotesOnlyWhatNeedsIt() throws IOException {
        assertThat(Files.readString(export("accepted.csv").get(0)))
                .startsWith(
                        "text,label,confidence\nplain,label-0,0.9\n\"comma, \"\"quotes\"\" and 'more'\",label-1,0.91\n");
    }

    @Test
    void jsonlGivesBackEveryTextInOrder() throws IOException {
        List<String> lines = Files.readAllLines(export("accepted.jsonl").get(0));
        List<String> texts = new ArrayList<>();
        for (String line : lines) {
            JsonNode sample = new JsonMapper().readTree(line);
            texts.add(sample.get("text").asText());
        }
        assertThat(texts).containsExactlyElementsOf(TEXTS);
        assertThat(lines.get(0)).isEqualTo("{\"text\":\"plain\",\"label\":\"label-0\",\"confidence\":0.9}");
        assertThat(Files.readString(root.resolve("campaign/exports/accepted.jsonl")))
                .endsWith("}\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.json", "a.parquet", "a.jsonl.gz", "a.csv.zst", "a.json.zst"})
    void everyKindOfFileGivesBackEveryTextInOrder(String name) {
        List<String> texts = new ArrayList<>();
        try (RowReader rows = Tables.open(export(name).get(0), bad -> texts.add(bad.toString()))) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                texts.add(row.fields().get("text").asText());
            }
        }
        assertThat(texts).containsExactlyElementsOf(TEXTS);
    }

    @Test
    void anEmptyDatasetHasItsColumnsInParquet() {
        Path file = new Exports(folder)
                .write(wanted("none.parquet"), round(3, 0))
                .get(0)
                .file();
        try (RowReader rows = Tables.open(file, bad -> {})) {
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        byte[] first = Files.readAllBytes(export("accepted.csv").get(0));
        assertThat(Files.readAllBytes(export("accepted.csv").get(0))).isEqualTo(first);
    }

    @Test
    void refusesADatasetThatIsNotThere() {
        assertThatThrownBy(() -> new Exports(folder).write(wanted("accepted.jsonl"), round(1, 8)))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("dataset of round 1")
                .hasMessageContaining("must hold the 8 samples")
                .hasMessageContaining("got 0");
    }

    @Test
    void leavesNothingOfAnExportThatFailed() throws IOException {
        Path whole = export("accepted.jsonl").get(0);
        String before = Files.readString(whole);
        assertThatThrownBy(() -> new Exports(folder).write(wanted("accepted.jsonl"), round(2, 9)))
                .isInstanceOf(ShardCorruptException.class);
        assertThat(Files.readString(whole)).isEqualTo(before);
        assertThat(folder.exports()).isDirectoryContaining("glob:**").isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void exportsAnEmptyDatasetAsAHeaderAlone() throws IOException {
        Path file = new Exports(folder)
                .write(wanted("none.csv"), round(3, 0))
                .get(0)
                .file();
        assertThat(Files.readString(file)).isEqualTo("text,label,confidence\n");
    }

    @Test
    void writesAConversationForEachAnswerAndNothingForASampleWithoutAny() throws IOException {
        Task task = Task.NONE
                .withSystem("Be brief.")
                .withHistory(List.of(Message.user("Hello"), Message.assistant("Hello, how can I help?")));
        Sample talked = SampleCampaign.sample("talked", "What is \"2 + 2\"?", null, null, null)
                .under(task)
                .answered(List.of(
                        Answer.of("4", "Two and two are four.", "openai/m", null),
                        Answer.of("Four.", null, null, null)));
        folder.dataset(4).write(1, samples(0, 2));
        folder.dataset(4).write(2, List.of(talked, talked.under(Task.NONE)));

        Path file = new Exports(folder)
                .write(List.of(new Export(Export.Format.MESSAGES, "answers.jsonl")), round(4, 4))
                .get(0)
                .file();

        String before = "{\"messages\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                + "{\"role\":\"user\",\"content\":\"Hello\"},"
                + "{\"role\":\"assistant\",\"content\":\"Hello, how can I help?\"},";
        String alone = "{\"messages\":[";
        assertThat(Files.readString(file))
                .isEqualTo(before
                        + exchange("4")
                        + before
                        + exchange("Four.")
                        + alone
                        + exchange("4")
                        + alone
                        + exchange("Four."));
    }

    @Test
    void exportsNoConversationAsAnEmptyFile() throws IOException {
        Path file = new Exports(folder)
                .write(List.of(new Export(Export.Format.MESSAGES, "answers.jsonl")), round(2, TEXTS.size()))
                .get(0)
                .file();
        assertThat(file).isEmptyFile();
    }

    @Test
    void countsSamplesNotConversations() {
        assertThatThrownBy(() -> new Exports(folder)
                        .write(List.of(new Export(Export.Format.MESSAGES, "answers.jsonl")), round(2, 0)))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("must hold the 0 samples that its merge reported, got " + TEXTS.size());
    }

    private static String exchange(String answer) {
        return "{\"role\":\"user\",\"content\":\"What is \\\"2 + 2\\\"?\"},{\"role\":\"assistant\",\"content\":\""
                + answer + "\"}]}\n";
    }

    private List<Path> export(String name) {
        return new Exports(folder)
                .write(wanted(name), round(2, TEXTS.size())).stream()
                        .map(ExportedFile::file)
                        .toList();
    }

    private static List<Export> wanted(String name) {
        return List.of(new Export(Export.Format.CLASSIFICATION, name));
    }

    private static RoundReport round(int number, long accepted) {
        Tally merged = new Tally(accepted, accepted, Map.of(), 0, 0, 0, 0, 0, 0, 1);
        return new RoundReport(
                number,
                accepted,
                List.of(),
                new MergeReport(merged, null, 0),
                SampleCampaign.round().student(),
                1);
    }

    private static List<Sample> samples(int from, int to) {
        List<Sample> samples = new ArrayList<>();
        for (int number = from; number < to; number++) {
            double confidence = (90 + number) / 100.0;
            samples.add(SampleCampaign.sample("id-" + number, TEXTS.get(number), "label-" + number, confidence, null));
        }
        return samples;
    }
}
