package dev.reflux.activities.table;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.table.TableFiles.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real files, each damaged in many ways: a reader never fails in another way than it says, and never loses a row silently. */
class MutationTest {

    private static final int MUTATIONS = 10_000;
    private static final int MOST_BYTES = 20_000;

    @TempDir
    private Path folder;

    @Test
    void everyLineOfDamagedJsonlIsReadOrReported() throws IOException {
        List<byte[]> files = samples(".jsonl");
        Random random = new Random(11);
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] damaged = damaged(files.get(random.nextInt(files.size())), random);

            Content content = TableFiles.read(Files.write(folder.resolve("a.jsonl"), damaged));

            assertThat(content.rows().size() + content.bad().size())
                    .as("mutation %s", mutation)
                    .isEqualTo(lines(damaged).size());
            assertThat(content.rows().size()).as("mutation %s", mutation).isEqualTo(objects(damaged));
        }
    }

    @Test
    void aDamagedArrayIsReadWholeOrReported() throws IOException {
        Random random = new Random(12);
        List<byte[]> files = converted(".json");
        for (int mutation = 0; mutation < MUTATIONS / 10; mutation++) {
            byte[] whole = files.get(random.nextInt(files.size()));
            byte[] damaged = damagedAtOnePlace(whole, random);

            Content content = TableFiles.read(Files.write(folder.resolve("a.json"), damaged));

            boolean complete = content.rows().size() == Math.max(0, lines(whole).size() - 2);
            assertThat(complete || !content.bad().isEmpty() || damaged.length == 0)
                    .as("mutation %s", mutation)
                    .isTrue();
        }
    }

    @Test
    void damagedCsvIsReadOrReported() throws IOException {
        Random random = new Random(14);
        List<byte[]> files = converted(".csv");
        for (int mutation = 0; mutation < MUTATIONS / 10; mutation++) {
            byte[] damaged = damaged(files.get(random.nextInt(files.size())), random);

            Content content = TableFiles.read(Files.write(folder.resolve("a.csv"), damaged));

            assertThat(content.rows().size() + content.bad().size() > 0
                            || lines(damaged).size() < 2)
                    .as("mutation %s", mutation)
                    .isTrue();
        }
    }

    @Test
    void damagedContainersAreReadWholeOrRefused() throws IOException {
        Random random = new Random(13);
        for (String ending : List.of(".jsonl.gz", ".jsonl.zst", ".parquet")) {
            Path file = folder.resolve("a" + ending);
            List<byte[]> files = converted(ending);
            int mutations = ending.equals(".parquet") ? 60 : MUTATIONS / 10;
            int refused = 0;
            for (int mutation = 0; mutation < mutations; mutation++) {
                Files.write(file, damaged(files.get(random.nextInt(files.size())), random));
                refused += isRefused(file) ? 1 : 0;
            }
            assertThat(refused).as(ending).isGreaterThan(mutations / 3);
        }
    }

    private static boolean isRefused(Path file) {
        try {
            TableFiles.read(file);
            return false;
        } catch (TableException e) {
            assertThat(e).hasMessageContaining(file.toString());
            return true;
        }
    }

    /** Bytes changed, inserted, removed, repeated, cut off, or quotes and line ends where none were. */
    private static byte[] damaged(byte[] whole, Random random) {
        byte[] bytes = whole.clone();
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
            bytes = switch (random.nextInt(6)) {
                case 0 -> spliced(bytes, at, 1, new byte[] {(byte) random.nextInt()});
                case 1 -> spliced(bytes, at, 0, new byte[] {(byte) random.nextInt(), (byte) random.nextInt()});
                case 2 -> spliced(bytes, at, length, new byte[0]);
                case 3 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
                case 4 -> Arrays.copyOf(bytes, at);
                default -> spliced(bytes, at, random.nextInt(2), one("\"\n\\{}[],\r\0", random));
            };
        }
        return bytes;
    }

    /** Never a span removed or repeated, which may make good rows of others. */
    private static byte[] damagedAtOnePlace(byte[] bytes, Random random) {
        int at = random.nextInt(bytes.length);
        return random.nextInt(4) == 0
                ? Arrays.copyOf(bytes, at)
                : spliced(bytes, at, random.nextInt(2), one("\"\n\\{}[],\r\0", random));
    }

    private static byte[] one(String of, Random random) {
        return new byte[] {(byte) of.charAt(random.nextInt(of.length()))};
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] spliced = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        System.arraycopy(bytes, at + removed, spliced, at + inserted.length, bytes.length - at - removed);
        return spliced;
    }

    private static List<String> lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        text = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        return Stream.of(text.split("\n"))
                .filter(line -> !line.replaceAll("[ \t\r]", "").isEmpty())
                .toList();
    }

    /** How many lines are objects, found in another way: bytes back to text by replacement, read one by one. */
    private static long objects(byte[] bytes) {
        ObjectReader strict = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build()
                .readerFor(JsonNode.class);
        return lines(bytes).stream()
                .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                .filter(line -> isObject(strict, line))
                .count();
    }

    private static boolean isObject(ObjectReader strict, byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        try {
            return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)
                    && strict.<JsonNode>readValue(text).isObject();
        } catch (IOException e) {
            return false;
        }
    }

    /** The repository's own examples and, where present, real data: the first bytes of each file, up to a whole line. */
    private static List<byte[]> samples(String ending) throws IOException {
        List<byte[]> samples = new ArrayList<>();
        List<Path> roots = new ArrayList<>(List.of(Path.of("../examples")));
        TestData.find("instruction").ifPresent(roots::add);
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(path -> path.toString().endsWith(ending))
                        .sorted()
                        .toList()) {
                    samples.add(beginning(file));
                }
            }
        }
        assertThat(samples).isNotEmpty();
        return samples;
    }

    private static byte[] beginning(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(MOST_BYTES);
        }
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end == 0 ? bytes : Arrays.copyOf(bytes, end);
    }

    /** The rows of such files, those that this kind of file can hold. */
    private List<byte[]> converted(String ending) throws IOException {
        List<byte[]> converted = new ArrayList<>();
        for (byte[] sample : samples(".jsonl")) {
            Content content = TableFiles.read(Files.write(folder.resolve("from.jsonl"), sample));
            Path file = folder.resolve("to" + ending);
            try {
                TableFiles.write(file, content.rows());
                converted.add(Files.readAllBytes(file));
            } catch (TableException e) {
                assertThat(ending).isIn(".csv", ".parquet");
            }
        }
        assertThat(converted).isNotEmpty();
        return converted;
    }
}
