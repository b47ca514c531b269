package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.file;
import static dev.reflux.activities.dataset.CampaignFiles.labelled;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.DataFile;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.TaskFields;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every fault of an input file, with the file, the line, the rule, the value and the remedy. */
class InputFaultTest {

    @TempDir
    private Path root;

    private CampaignFiles campaign;

    @BeforeEach
    void write() throws IOException {
        campaign = new CampaignFiles(root);
    }

    @Test
    void missingFile() {
        campaign.pool = file("pol.jsonl");

        refuses("inputs.pool must be a file, got nothing (" + path("pol.jsonl") + "); correct the path");
    }

    @Test
    void folderInsteadOfAFile() throws IOException {
        Files.createDirectories(path("data.jsonl"));
        campaign.gold = file("data.jsonl");

        refuses("inputs.gold must be a file, got something else (" + path("data.jsonl") + ")");
    }

    @Test
    void unknownEnding() throws IOException {
        campaign.write("pool.txt", "one");
        campaign.pool = file("pool.${ENDING:-txt}");

        refuses(
                "inputs.pool must end in .jsonl, .json, .csv (each also with .gz or .zst after it) or .parquet, got pool.txt ("
                        + path("pool.txt") + ")");
    }

    @Test
    void notUtf8() throws IOException {
        Files.write(
                path("pool.jsonl"),
                (text("one") + "\n" + text("caf\u00e9") + "\n").getBytes(StandardCharsets.ISO_8859_1));
        refuses("inputs.pool must be UTF-8, got other bytes (" + path("pool.jsonl") + " line 2); save the file");

        Files.write(path("pool.csv"), "text\none\ntwo\nM\u00fcller".getBytes(StandardCharsets.ISO_8859_1));
        campaign.pool = file("pool.csv");
        refuses("inputs.pool must be UTF-8, got other bytes (" + path("pool.csv") + " line 4); save the file");
    }

    @Test
    void notJson() throws IOException {
        campaign.write("pool.jsonl", text("one"), "", "{\"text\": \"two\"", text("three"));
        refuses("inputs.pool must hold JSON, got {\"text\": \"two\" (" + path("pool.jsonl")
                + " line 3); write one object a line");

        campaign.write("pool.jsonl", text("one") + text("two"));
        refuses("inputs.pool must hold JSON, got ", "line 1");

        campaign.write("pool.jsonl", text("one"), "[\"two\"]");
        refuses("inputs.pool must hold JSON objects, got [\"two\"] (" + path("pool.jsonl") + " line 2)");
    }

    @Test
    void damagedContainer() throws IOException {
        Files.writeString(path("pool.jsonl.gz"), "not compressed");
        campaign.pool = file("pool.jsonl.gz");
        refuses("inputs.pool must be whole and readable, got Not in GZIP format (" + path("pool.jsonl.gz")
                + "); fetch");

        Files.writeString(path("pool.parquet"), "no columns");
        campaign.pool = file("pool.parquet");
        refuses("inputs.pool must be a whole Parquet file, got ", path("pool.parquet") + "); fetch");
    }

    @Test
    void missingField() throws IOException {
        campaign.write("pool.jsonl", text("one"), "{\"body\": \"two\", \"id\": 7}");

        refuses("inputs.pool needs field 'text', got fields [body, id] (" + path("pool.jsonl")
                + " line 2); add it, or map it");
    }

    @Test
    void missingColumn() throws IOException {
        campaign.write("seeds.csv", "text,intent", "one,lost");
        campaign.seeds = file("seeds.csv");

        refuses("inputs.seeds needs field 'label', got fields [text, intent] (" + path("seeds.csv") + " line 2)");
    }

    @Test
    void fieldThatIsNotText() throws IOException {
        campaign.write("seeds.jsonl", labelled("one", "lost"), "{\"text\": \"two\", \"label\": 3}");

        refuses("inputs.seeds field 'label' must be text, got 3 (" + path("seeds.jsonl")
                + " line 2); write it as a JSON string");
    }

    @Test
    void emptyText() throws IOException {
        campaign.write("pool.jsonl", text("one"), text("  "));

        refuses("inputs.pool field 'text' must not be empty, got \"\" (" + path("pool.jsonl") + " line 2)");
    }

    @Test
    void brokenCsv() throws IOException {
        campaign.pool = file("pool.csv");
        campaign.write("pool.csv", "text", "one", "\"never closed", "two", "three");
        refuses("inputs.pool must be CSV under a header row, got Missing closing quote", path("pool.csv") + " line 3");

        campaign.write("pool.csv", "text", "one, two");
        refuses("inputs.pool must be CSV under a header row, got Too many entries", path("pool.csv") + " line 2");
    }

    @Test
    void emptyPool() throws IOException {
        Files.writeString(path("pool.jsonl"), "");
        refuses("inputs.pool must hold at least one sample to be labelled, got none (" + path("pool.jsonl") + ")");

        campaign.write("pool.jsonl", text("Where is it"));
        refuses(
                "inputs.pool must hold at least one sample to be labelled, got only 1 that are seeds or in the holdout");
    }

    @Test
    void emptySeedsOrHoldout() throws IOException {
        Files.writeString(path("holdout.jsonl"), "\n");
        refuses("inputs.holdout must hold at least one sample, got none (" + path("holdout.jsonl") + ")");
    }

    @Test
    void oneClassOnly() throws IOException {
        campaign.write("seeds.jsonl", labelled("one", "lost"), labelled("two", "lost"));

        refuses("inputs.seeds must hold at least two labels, got only [lost] (" + path("seeds.jsonl") + ")");
    }

    @Test
    void labelThatTheCampaignDoesNotList() {
        assertThatThrownBy(() -> campaign.check("double-charge", "refund"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("inputs.seeds field 'label' must be one of [double-charge, refund], got lost ("
                        + path("seeds.jsonl") + " line 1); correct it");
    }

    @Test
    void holdoutLabelThatNoSeedHas() throws IOException {
        campaign.write("holdout.jsonl", labelled("still no parcel", "lost"), labelled("money back", "refund"));

        refuses("inputs.holdout field 'label' must be one of [double-charge, lost], got refund ("
                + path("holdout.jsonl") + " line 2)");
        assertThat(campaign.check("double-charge", "lost", "refund").holdout()).isEqualTo(2);
    }

    @Test
    void goldThatContradictsItself() throws IOException {
        campaign.write(
                "gold.jsonl", labelled("one", "lost"), labelled("two", "lost"), labelled("one", "double-charge"));

        refuses("inputs.gold must give a text one label; line 1 says 'lost', got 'double-charge' (" + path("gold.jsonl")
                + " line 3)");
    }

    @Test
    void goldOfAnotherPool() throws IOException {
        campaign.write("gold.jsonl", labelled("seven", "lost"));

        refuses("inputs.gold must label texts of the pool, got no text that is in it (" + path("gold.jsonl") + ")");
    }

    @Test
    void tooFewToDraw() {
        campaign.seeds = new DataFile("seeds.jsonl", "text", "label", TaskFields.STANDARD, 3, 1);

        refuses("inputs.seeds perLabel 3 needs as many samples of label 'double-charge', got 1 (" + path("seeds.jsonl")
                + ")");
    }

    @Test
    void drawFromThePool() {
        campaign.pool = new DataFile("pool.jsonl", "text", "label", TaskFields.STANDARD, 3, 1);

        refuses("inputs.pool perLabel must be absent, got 3 (" + path("pool.jsonl") + ")");
    }

    @Test
    void longValuesAreShortened() throws IOException {
        campaign.write("pool.jsonl", "x".repeat(10_000));

        assertThatThrownBy(campaign::check)
                .hasMessageContaining("got " + "x".repeat(60) + "… (")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(400));
    }

    private void refuses(String start) {
        refuses(start, "; ");
    }

    private void refuses(String start, String part) {
        assertThatThrownBy(campaign::check)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining(part);
    }

    private Path path(String name) {
        return campaign.folder.resolve(name);
    }
}
