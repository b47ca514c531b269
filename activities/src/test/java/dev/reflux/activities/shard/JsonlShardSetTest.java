package dev.reflux.activities.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.TinyDisk;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonlShardSetTest {

    @TempDir
    private Path folder;

    @Test
    void readsSamplesAsTheyWereWritten() {
        Sample bare = new Sample(
                "b",
                "line\nbreak \"quoted\" 🙂",
                null,
                null,
                List.of(),
                Decision.ACCEPTED,
                null,
                new Provenance("pool.jsonl:7", null, null, 0, null));
        List<Sample> samples =
                List.of(bare, Samples.labelled("a", "text", "lost", 0.123456789012345), bare.rejected("too-short"));
        ShardSet shards = new JsonlShardSet(folder);

        ShardReceipt receipt = shards.write(1, samples);

        assertThat(shards.read(1)).isEqualTo(samples);
        assertThat(receipt.samples()).isEqualTo(3);
        assertThat(receipt.bytes()).isEqualTo(file(1).toFile().length());
    }

    @Test
    void readsAnEmptyShard() {
        ShardSet shards = new JsonlShardSet(folder);

        shards.write(1, List.of());

        assertThat(shards.read(1)).isEmpty();
        assertThat(shards.lines(1)).isEmpty();
        assertThat(shards.count()).isEqualTo(1);
    }

    @Test
    void writesTheSameBytesForTheSameSamples() throws IOException {
        new JsonlShardSet(folder.resolve("one")).write(1, Samples.some("a", 250));
        new JsonlShardSet(folder.resolve("two")).write(1, Samples.some("a", 250));

        assertThat(folder.resolve("one/shard-00001.jsonl.zst"))
                .hasSameBinaryContentAs(folder.resolve("two/shard-00001.jsonl.zst"));
        assertThat(folder.resolve("one/shard-00001.json"))
                .hasSameBinaryContentAs(folder.resolve("two/shard-00001.json"));
    }

    @Test
    void writesLinesAsTheyStoodBesideSamplesThatAreNew() throws IOException {
        List<Sample> samples = Samples.some("a", 5);
        ShardSet shards = new JsonlShardSet(folder.resolve("all"));
        shards.write(1, samples);
        List<SampleLine> lines = new ArrayList<>(shards.lines(1));
        Sample rejected = lines.get(3).sample().rejected("too-short");

        lines.set(3, SampleLine.of(rejected));
        lines.remove(1);
        ShardReceipt receipt = shards.writeLines(2, lines);

        List<Sample> same = List.of(samples.get(0), samples.get(2), rejected, samples.get(4));
        assertThat(shards.read(2)).isEqualTo(same);
        assertThat(new JsonlShardSet(folder.resolve("same")).write(2, same)).isEqualTo(receipt);
        assertThat(folder.resolve("same/shard-00002.jsonl.zst"))
                .hasSameBinaryContentAs(folder.resolve("all/shard-00002.jsonl.zst"));
    }

    @Test
    void doesNotLookAtLinesThatAreOnlyPassedOn() {
        ShardSet shards = new JsonlShardSet(folder);
        byte[] text = "{\"id\": \"of a later release\"}\nno sample\n".getBytes(StandardCharsets.UTF_8);
        SampleLine later = new SampleLine(file(1), text, 0, 28);
        SampleLine broken = new SampleLine(file(1), text, 29, 38);

        shards.writeLines(1, List.of(later, broken));

        List<SampleLine> lines = shards.lines(1);
        assertThat(shards.writeLines(2, lines)).isEqualTo(shards.writeLines(1, lines));
        assertThat(lines.get(0).sample().id()).isEqualTo("of a later release");
        assertThatThrownBy(() -> lines.get(1).sample())
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("Shard " + file(1) + " must hold samples, and does not");
        assertThatThrownBy(() -> shards.read(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("Shard " + file(1) + " must hold samples, and does not");
    }

    @Test
    void walksAllShardsInOrder() {
        ShardSet shards = new JsonlShardSet(folder);
        shards.write(2, Samples.some("second", 2));
        shards.write(1, Samples.some("first", 2));
        List<String> ids = new ArrayList<>();

        shards.forEach(sample -> ids.add(sample.id()));

        shards.forEachReadAhead(samples -> samples.forEach(sample -> ids.add(sample.id())));
        shards.forEachLinesAhead(
                lines -> lines.forEach(line -> ids.add(line.sample().id())));

        List<String> once = List.of("first-0", "first-1", "second-0", "second-1");
        assertThat(ids)
                .isEqualTo(Stream.of(once, once, once).flatMap(List::stream).toList());
    }

    @Test
    void takesAwayWhatAKilledProcessLeftOfAShardAndLeavesOthersAlone() throws IOException {
        String left = ".00000000-0000-0000-0000-000000000000.part";
        Path half = Files.writeString(folder.resolve(".shard-00001.jsonl.zst" + left), "half");
        Path receipt = Files.writeString(folder.resolve(".shard-00001.json" + left), "half");
        Path another = Files.writeString(folder.resolve(".shard-00002.jsonl.zst" + left), "under way");

        new JsonlShardSet(folder).write(1, Samples.some("a", 2));

        assertThat(half).doesNotExist();
        assertThat(receipt).doesNotExist();
        assertThat(another).exists();
    }

    @Test
    void countsNothingWhereNothingWasWritten() {
        assertThat(new JsonlShardSet(folder.resolve("never")).count()).isZero();
    }

    @Test
    void doesNotPassOverAMissingShard() {
        ShardSet shards = new JsonlShardSet(folder);
        shards.write(1, Samples.some("first", 2));
        shards.write(3, Samples.some("third", 2));

        assertThat(shards.count()).isEqualTo(3);
        assertThatThrownBy(() -> shards.forEach(sample -> {}))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining(folder.resolve("shard-00002.json") + " must be there, and is missing");
    }

    @Test
    void refusesAShardThatWasCutInHalf() throws IOException {
        ShardSet shards = written();
        byte[] whole = Files.readAllBytes(file(1));
        Files.write(file(1), Arrays.copyOf(whole, whole.length / 2));

        assertThatThrownBy(() -> shards.read(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith(
                        "Shard " + file(1) + " must have " + whole.length + " bytes, got " + whole.length / 2)
                .hasMessageContaining("restore it from a backup");
    }

    @Test
    void refusesAShardWithOneFlippedBit() throws IOException {
        ShardSet shards = written();
        byte[] bytes = Files.readAllBytes(file(1));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(1), bytes);

        assertThatThrownBy(() -> shards.read(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("Shard " + file(1) + " must have SHA-256 ");
        assertThatThrownBy(() -> shards.lines(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("Shard " + file(1) + " must have SHA-256 ");
    }

    @Test
    void refusesAShardWhoseReceiptIsOfAnother() throws IOException {
        ShardSet shards = written();
        shards.write(2, Samples.some("b", 9));
        Files.copy(folder.resolve("shard-00002.json"), folder.resolve("shard-00003.json"));
        Files.copy(file(1), file(3));

        assertThatThrownBy(() -> shards.read(3))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining(file(3).toString());
    }

    @Test
    void refusesAShardThatIsMissingOrHasNoReceipt() throws IOException {
        ShardSet shards = written();
        Files.delete(folder.resolve("shard-00001.json"));
        assertThatThrownBy(() -> shards.read(1)).isInstanceOf(ShardCorruptException.class);

        shards.write(1, Samples.some("a", 3));
        Files.delete(file(1));
        assertThatThrownBy(() -> shards.read(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageStartingWith("Shard " + file(1) + " must be there, and is missing");
    }

    @Test
    void refusesAReceiptThatIsNoJson() throws IOException {
        ShardSet shards = written();
        Files.writeString(folder.resolve("shard-00001.json"), "{\"samples\": 3,");

        assertThatThrownBy(() -> shards.read(1))
                .isInstanceOf(ShardCorruptException.class)
                .hasMessageContaining("shard-00001.json must be JSON for ShardReceipt");
    }

    @Test
    void writesOverABrokenShard() throws IOException {
        ShardSet shards = written();
        Files.writeString(file(1), "broken");
        Files.writeString(folder.resolve("shard-00001.json"), "broken");

        shards.write(1, Samples.some("a", 3));

        assertThat(shards.read(1)).isEqualTo(Samples.some("a", 3));
    }

    @Test
    void namesTheFileAndLeavesNoPartOfItOnAFullDisk() throws Exception {
        try (TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), "16k")) {
            ShardSet shards = new JsonlShardSet(disk.folder());

            assertThatThrownBy(() -> shards.write(1, incompressible()))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageStartingWith(
                            "File " + disk.folder().resolve("shard-00001.jsonl.zst") + " must be writable")
                    .hasMessageContaining("free some space");
            assertThat(filesIn(disk.folder())).isEmpty();
            assertThat(shards.count()).isZero();
        }
    }

    @Test
    void namesTheFileInAFolderThatIsReadOnly() throws Exception {
        try (TinyDisk disk = TinyDisk.mount(folder.resolve("disk"), "16k,ro")) {
            assertThatThrownBy(() -> new JsonlShardSet(disk.folder()).write(1, Samples.some("a", 1)))
                    .isInstanceOf(WorkspaceException.class)
                    .hasMessageContaining(
                            disk.folder().resolve("shard-00001.jsonl.zst").toString());
        }
    }

    @Test
    void writesThoughTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();

        ShardSet shards = written();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(shards.read(1)).hasSize(3);
    }

    private static List<Sample> incompressible() {
        byte[] noise = new byte[64_000];
        new Random(1).nextBytes(noise);
        return List.of(Samples.labelled("noise", HexFormat.of().formatHex(noise), "lost", 1));
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toString).toList();
        }
    }

    private ShardSet written() {
        ShardSet shards = new JsonlShardSet(folder);
        shards.write(1, Samples.some("a", 3));
        return shards;
    }

    private Path file(int shard) {
        return folder.resolve("shard-%05d.jsonl.zst".formatted(shard));
    }
}
