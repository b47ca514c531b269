package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.all;
import static dev.reflux.activities.dataset.CampaignFiles.file;
import static dev.reflux.activities.dataset.CampaignFiles.labelled;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.reflux.activities.TinyDisk;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.WorkspaceException;
import dev.reflux.config.DataFile;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.TaskFields;
import dev.reflux.workflows.campaign.OpenReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignOpeningTest {

    @TempDir
    private Path root;

    private CampaignFiles campaign;

    @BeforeEach
    void write() throws IOException {
        campaign = new CampaignFiles(root);
    }

    @Test
    void cutsThePoolIntoShardsAndCountsWhatItFound() {
        assertThat(campaign.open()).isEqualTo(new OpenReport(2, 5, 2, 2, 0, 3, 2));

        assertThat(campaign.opened.pool().count()).isEqualTo(3);
        assertThat(campaign.opened.pool().read(3)).extracting(Sample::text).containsExactly("five");
        assertThat(all(campaign.opened.seeds())).extracting(Sample::label).containsExactly("lost", "double-charge");
        assertThat(all(campaign.opened.holdout())).hasSize(2);
        OpenedCampaign opened = OpenedCampaign.read(campaign.opened);
        assertThat(opened.labels()).containsExactly("double-charge", "lost");
        assertThat(opened.plan()).isEqualTo(campaign.plan());
    }

    @Test
    void refusesAChatTemplateThatCannotRenderWhatComesIn() throws IOException {
        campaign.exports = List.of(
                new Export(Export.Format.TEXT, "t.jsonl", false, false, "my.jinja", false, false, null, null, null));
        assertThatThrownBy(() -> campaign.check())
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("exports (t.jsonl)")
                .hasMessageContaining("my.jinja");
        campaign.write("my.jinja", "{% if messages[0].content == 'one' %}{{ raise_exception('not this') }}{% endif %}");
        assertThatThrownBy(() -> campaign.check())
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("what is asked at pool.jsonl:1")
                .hasMessageContaining("not this");
        assertThatThrownBy(() -> campaign.open()).isInstanceOf(InvalidCampaignException.class);
        assertThat(campaign.opened.plan()).doesNotExist();
        campaign.write("my.jinja", "{{ messages[0].content }}");
        assertThat(campaign.open().pool()).isEqualTo(5);
    }

    @Test
    void derivesIdsFromTextAndSaysWhereASampleComesFrom() {
        campaign.open();

        assertThat(all(campaign.opened.pool()))
                .extracting(Sample::id, sample -> sample.provenance().origin())
                .containsExactly(
                        tuple("7692c3ad3540bb80", "pool.jsonl:1"),
                        tuple("3fc4ccfe745870e2", "pool.jsonl:2"),
                        tuple("8b5b9db0c13db242", "pool.jsonl:3"),
                        tuple("3fc4ccfe745870e2-2", "pool.jsonl:4"),
                        tuple("222b0bd51fcef7e6", "pool.jsonl:5"));
    }

    @Test
    void matchesGoldToThePoolByText() throws IOException {
        campaign.write(
                "gold.jsonl", labelled("five", "out-of-scope"), labelled("two", "lost"), labelled("two", "lost"));

        assertThat(campaign.open().gold()).isEqualTo(3);

        assertThat(all(campaign.opened.gold()))
                .extracting(Sample::text, Sample::label, sample -> sample.id().endsWith("-2"))
                .containsExactly(
                        tuple("two", "lost", false), tuple("two", "lost", true), tuple("five", "out-of-scope", false));
        assertThat(all(campaign.opened.pool()))
                .extracting(Sample::id)
                .containsAll(
                        all(campaign.opened.gold()).stream().map(Sample::id).toList());
    }

    @Test
    void leavesOutPoolSamplesThatAreSeedsOrInTheHoldout() throws IOException {
        campaign.gold = null;
        campaign.write(
                "pool.jsonl", text("one"), text("  Where\\tIS  it "), text("STILL no parcel"), text("where is it?"));

        assertThat(campaign.open()).isEqualTo(new OpenReport(2, 2, 2, 0, 2, 1, 2));

        assertThat(all(campaign.opened.pool())).extracting(Sample::text).containsExactly("one", "where is it?");
        assertThat(campaign.opened.gold().count()).isZero();
    }

    @Test
    void takesNoSeedThatIsInTheHoldout() throws IOException {
        campaign.write(
                "seeds.jsonl",
                labelled("Still no parcel", "lost"),
                labelled("where", "lost"),
                labelled("twice", "double-charge"));

        campaign.open();

        assertThat(all(campaign.opened.seeds())).extracting(Sample::text).containsExactly("where", "twice");
    }

    @Test
    void resolvesPlaceholdersInPaths() {
        campaign.pool = file("${DATA}/pool.jsonl");
        campaign.gold = file("${ABSENT:-gold.jsonl}");

        assertThat(campaign.open().pool()).isEqualTo(5);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        campaign.open();
        Map<String, byte[]> first = bytes();
        deleteWorkspace();

        campaign.open();

        assertThat(bytes()).hasSize(first.size()).allSatisfy((name, bytes) -> assertThat(bytes)
                .isEqualTo(first.get(name)));
    }

    @Test
    void returnsTheRecordedReportWithoutWritingAgain() throws IOException {
        OpenReport first = campaign.open();
        Path shard = campaign.opened.root().resolve("inputs/pool/shard-00001.jsonl.zst");
        Object file = Files.readAttributes(shard, "unix:ino").get("ino");

        assertThat(campaign.open()).isEqualTo(first);

        assertThat(Files.readAttributes(shard, "unix:ino")).containsEntry("ino", file);
    }

    @Test
    void healsInputShardsThatAreBroken() throws IOException {
        OpenReport first = campaign.open();
        Map<String, byte[]> whole = bytes();
        Files.write(campaign.opened.root().resolve("inputs/pool/shard-00002.jsonl.zst"), new byte[5]);
        Files.delete(campaign.opened.root().resolve("inputs/gold/shard-00001.json"));

        assertThat(campaign.open()).isEqualTo(first);

        assertThat(bytes()).hasSize(whole.size()).allSatisfy((name, bytes) -> assertThat(bytes)
                .isEqualTo(whole.get(name)));
    }

    @Test
    void doesNotMixTwoCampaignsOfOneName() throws IOException {
        campaign.open();
        Map<String, byte[]> before = bytes();
        campaign.write("pool.jsonl", text("one"), text("two"));

        assertThatThrownBy(campaign::open)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("campaign support already exists with other content")
                .hasMessageEndingWith("choose another name or another workspace, or delete " + campaign.opened.root());
        assertThat(bytes().keySet()).isEqualTo(before.keySet());
    }

    @Test
    void leavesNothingAfterAnInputThatIsWrongAtItsEnd() throws IOException {
        campaign.write("pool.jsonl", text("one"), text("two"), text("three"), "{\"text\": 4}");

        assertThatThrownBy(campaign::open)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("line 4");

        assertThat(campaign.opened.root()).doesNotExist();
    }

    @Test
    void clearsAwayWhatAKilledOpeningLeft() throws IOException {
        Path leftover = campaign.opened.root().resolve("inputs.tmp/inputs/pool");
        Files.createDirectories(leftover);
        Files.writeString(leftover.resolve("shard-00009.json"), "{}");
        Path half = Files.createDirectories(campaign.opened.root().resolve("inputs/pool"));
        Files.writeString(half.resolve("shard-00009.json"), "{}");

        campaign.open();

        assertThat(campaign.opened.pool().count()).isEqualTo(3);
        assertThat(campaign.opened.root().resolve("inputs.tmp")).doesNotExist();
    }

    @Test
    void leavesNothingOnAFullDisk() throws Exception {
        try (TinyDisk disk = TinyDisk.mount(root.resolve("disk"), "32k")) {
            campaign.write(
                    "pool.jsonl",
                    IntStream.range(0, 400).mapToObj(i -> text("text " + i)).toArray(String[]::new));
            campaign.gold = null;

            assertThatThrownBy(() -> new CampaignOpening(CampaignFiles.ENVIRONMENT)
                            .open(campaign.request(), new LocalWorkspace(disk.folder()).folder("support"), List.of()))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining(disk.folder().toString());
            assertThat(disk.folder().resolve("support")).doesNotExist();
        }
    }

    @Test
    void checksWithoutWriting() {
        assertThat(campaign.check()).isEqualTo(new OpenReport(2, 5, 2, 2, 0, 3, 2));

        assertThat(root.resolve("workspace")).doesNotExist();
    }

    @Test
    void drawsTheSameSamplesOfEachLabelInWhateverOrder() throws IOException {
        String[] lines = IntStream.range(0, 40)
                .mapToObj(i -> labelled("seed " + i, i % 2 == 0 ? "lost" : "double-charge"))
                .toArray(String[]::new);
        campaign.write("seeds.jsonl", lines);
        campaign.seeds = new DataFile("seeds.jsonl", "text", "label", TaskFields.STANDARD, 3, 7);
        campaign.open();
        List<String> drawn =
                all(campaign.opened.seeds()).stream().map(Sample::text).toList();
        deleteWorkspace();
        Collections.reverse(Arrays.asList(lines));
        campaign.write("seeds.jsonl", lines);
        campaign.open();

        assertThat(all(campaign.opened.seeds())).extracting(Sample::text).containsExactlyInAnyOrderElementsOf(drawn);
        assertThat(drawn).containsExactly("seed 10", "seed 14", "seed 17", "seed 21", "seed 28", "seed 29");
    }

    @Test
    void opensTheExampleOfASupportDesk() {
        Path example = Path.of("../examples/support").toAbsolutePath();
        campaign.seeds = file(example.resolve("seeds.jsonl").toString());
        campaign.pool = file(example.resolve("pool.jsonl").toString());
        campaign.holdout = file(example.resolve("holdout.jsonl").toString());
        campaign.gold = file(example.resolve("gold.jsonl").toString());
        campaign.shardSize = 250;

        assertThat(campaign.open()).isEqualTo(new OpenReport(136, 797, 255, 797, 0, 4, 17));
    }

    private Map<String, byte[]> bytes() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(campaign.opened.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes.put(campaign.opened.root().relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return bytes;
    }

    private void deleteWorkspace() {
        try (Stream<Path> files = Files.walk(campaign.opened.root())) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
