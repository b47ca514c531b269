package dev.reflux.activities.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.export.Exports;
import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.Export;
import dev.reflux.config.StudentPlan;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated conversations from an input into shards, out into an export, and in again: they stay what they were. */
class ConversationChainTest {

    private static final int CONVERSATIONS = 10_000;
    private static final int MEGABYTE = 1_000_000;
    private static final List<String> PIECES = List.of(
            "plain words ",
            "\"double\" and 'single' \\ backslash ",
            "\uD83D\uDC69\u200D\uD83D\uDCBB ",
            "\u05E9\u05DC\u05D5\u05DD \u202B\u0645\u0631\u062D\u0628\u0627\u202C ",
            "\u0000",
            "\uD800",
            "\uDC00 ",
            "line\nfeed\r\n\ttab ",
            "<|im_start|>{{ content }}[INST]</s> ",
            "\u2028\u0085\u00A0\uFEFF",
            "1e999999999,;|\u0001");

    @TempDir
    private Path folder;

    private final Random random = new Random(20240607);

    @Test
    void anInputComesOutAsItsExportByteForByte() throws IOException {
        Path in = write("pool.jsonl", CONVERSATIONS);

        List<Sample> samples = open("pool.jsonl");
        Path out = export(samples, "messages.jsonl");

        assertThat(samples).hasSize(CONVERSATIONS);
        assertThat(Files.mismatch(in, out)).isEqualTo(-1L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "jsonl.gz", "json.zst"})
    void anExportIsTheSameInputInOtherKindsOfFile(String ending) throws IOException {
        write("pool.jsonl", CONVERSATIONS / 10);
        List<Sample> samples = open("pool.jsonl");

        Path out = export(samples, "pool." + ending);
        Files.copy(out, folder.resolve("campaign/pool." + ending));
        List<Sample> again = open("pool." + ending);

        assertThat(again).hasSameSizeAs(samples);
        for (int i = 0; i < samples.size(); i++) {
            assertThat(again.get(i).id()).isEqualTo(samples.get(i).id());
            assertThat(again.get(i).text()).isEqualTo(samples.get(i).text());
            assertThat(again.get(i).task()).isEqualTo(samples.get(i).task());
            assertThat(again.get(i).answers()).isEqualTo(samples.get(i).answers());
        }
    }

    private Path write(String name, int count) throws IOException {
        Path file = Files.createDirectories(folder.resolve("campaign")).resolve(name);
        try (RowWriter rows = Tables.create(file)) {
            for (int i = 0; i < count; i++) {
                rows.write(conversation(i % 2500 == 7 ? MEGABYTE : 0));
            }
            rows.commit();
        }
        return file;
    }

    /** @param least characters that the first turn has at least */
    private ObjectNode conversation(int least) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        ArrayNode messages = row.putArray("messages");
        if (random.nextBoolean()) {
            say(messages, "system", 0);
        }
        say(messages, "user", least);
        for (int turns = random.nextInt(3); turns > 0; turns--) {
            say(messages, "assistant", 0);
            say(messages, "user", 0);
        }
        say(messages, "assistant", 0);
        return row;
    }

    private void say(ArrayNode messages, String role, int least) {
        StringBuilder text = new StringBuilder();
        do {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        } while (text.length() < least || random.nextInt(3) > 0);
        messages.addObject().put("role", role).put("content", text.toString());
    }

    private List<Sample> open(String name) throws IOException {
        CampaignFiles files = new CampaignFiles(Files.createTempDirectory(folder, "campaign-"));
        files.pool = CampaignFiles.file(folder.resolve("campaign").resolve(name).toString());
        files.seeds = null;
        files.holdout = null;
        files.gold = null;
        files.student = StudentPlan.Kind.NONE;
        files.shardSize = 500;
        files.open();
        return CampaignFiles.all(files.opened.pool());
    }

    private Path export(List<Sample> samples, String name) {
        CampaignFolder campaign = new LocalWorkspace(folder.resolve("workspace")).folder("chain");
        campaign.dataset(1).write(1, samples);
        Tally merged = new Tally(samples.size(), samples.size(), Map.of(), 0, 0, 0, 0, 0, 0, 1);
        RoundReport round = new RoundReport(
                1,
                samples.size(),
                List.of(),
                new MergeReport(merged, null, 0),
                SampleCampaign.round().student(),
                1);
        Export messages = new Export(Export.Format.MESSAGES, name, false, false);
        return new Exports(campaign).write(List.of(messages), round).get(0).file();
    }
}
