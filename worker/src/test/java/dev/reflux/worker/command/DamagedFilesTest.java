package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.worker.wiring.Wiring;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Ten thousand damaged copies of real files: no command ends in another way than it documents, and no line is lost that is not
 * named or counted.
 */
class DamagedFilesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONVERTED = 7700;
    private static final int CONVERTED_PACKED = 1000;
    private static final int VALIDATED_FILES = 600;
    private static final int VALIDATED_CAMPAIGNS = 600;
    private static final int APPLIED = 100;
    private static final int MOST_BYTES = 4000;
    private static final List<String> EXAMPLES = List.of(
            "answers/instructions.jsonl",
            "code/tasks.jsonl",
            "instruct/tasks.jsonl",
            "preference/prompts.jsonl",
            "support/seeds.jsonl");

    @TempDir
    private Path folder;

    private final CommandLine command = RefluxCommand.in(new Surroundings(Wiring.of(Map.of()), Map.of()));
    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();
    private final List<byte[]> files = new ArrayList<>();

    @BeforeEach
    void readFiles() throws IOException {
        for (String example : EXAMPLES) {
            files.add(beginning(Path.of("../examples", example)));
        }
        Path instruction = TestData.find("instruction").orElse(null);
        if (instruction != null) {
            try (Stream<Path> real = Files.walk(instruction)) {
                for (Path file : real.filter(path -> path.toString().endsWith(".jsonl"))
                        .sorted()
                        .toList()) {
                    files.add(beginning(file));
                }
            }
        }
    }

    @Test
    void convertWritesOrNamesEveryLine() throws IOException {
        Damage damage = new Damage(1);
        Path in = folder.resolve("in.jsonl");
        Path to = folder.resolve("out.jsonl");
        int written = 0;
        for (int mutation = 0; mutation < CONVERTED; mutation++) {
            byte[] damaged = damage.of(damage.one(files));
            Files.write(in, damaged);
            String layout = damage.one(List.of("messages", "sharegpt", "alpaca", "prompt"));

            int code = execute("convert", in.toString(), to.toString(), "--to", layout, "--json");

            if (isAccountedFor(code, in, damaged, mutation)) {
                written++;
                JsonNode report = JSON.readTree(out.toString());
                assertThat(Files.readAllLines(to))
                        .as("mutation %s", mutation)
                        .hasSize(report.path("written").asInt());
                Files.delete(to);
            }
            assertThat(left()).as("mutation %s", mutation).containsExactly("in.jsonl");
        }
        assertThat(written).isBetween(CONVERTED / 4, CONVERTED);
    }

    /** True if a file was written. */
    private boolean isAccountedFor(int code, Path in, byte[] damaged, int mutation) throws IOException {
        assertThat(code).as("mutation %s: %s", mutation, err).isIn(0, 3);
        if (out.toString().isBlank()) {
            assertOneLineAbout(in, mutation);
            return false;
        }
        JsonNode report = JSON.readTree(out.toString());
        long lines = lines(damaged);
        long unwritten = report.path("refused").asLong() + report.path("bad").asLong();
        assertThat(report.path("written").asLong() + unwritten)
                .as("mutation %s", mutation)
                .isEqualTo(lines);
        assertThat(report.path("unwritten").size()).isEqualTo((int) Math.min(20, unwritten));
        for (JsonNode one : report.path("unwritten")) {
            assertThat(one.path("file").asText()).isEqualTo(in.toString());
            assertThat(one.path("line").asLong()).isBetween(1L, damaged.length + 1L);
            assertThat(one.path("why").asText()).isNotBlank();
        }
        return code == 0;
    }

    @Test
    void convertReadsDamagedPackedFilesWholeOrSaysSo() throws IOException {
        Damage damage = new Damage(2);
        List<String> endings = List.of(".jsonl.gz", ".jsonl.zst", ".json", ".csv");
        Map<String, List<byte[]>> packed = packed(endings);
        for (int mutation = 0; mutation < CONVERTED_PACKED; mutation++) {
            String ending = damage.one(endings);
            Path in = folder.resolve("in" + ending);
            Files.write(in, damage.of(damage.one(packed.get(ending))));
            Path to = folder.resolve("out.jsonl");

            int code = execute("convert", in.toString(), to.toString(), "--to", "messages");

            assertThat(code).as("mutation %s: %s", mutation, err).isIn(0, 3);
            assertThat(Files.exists(to)).as("mutation %s", mutation).isEqualTo(code == 0);
            assertThat(err.toString().lines())
                    .as("mutation %s", mutation)
                    .allMatch(line -> line.startsWith("reflux: "));
            assertThat(code == 0 || err.toString().contains(in.toString()))
                    .as("mutation %s: %s", mutation, err)
                    .isTrue();
            Files.deleteIfExists(to);
            Files.delete(in);
        }
        assertThat(left()).isEmpty();
    }

    private Map<String, List<byte[]>> packed(List<String> endings) throws IOException {
        Map<String, List<byte[]>> packed = new TreeMap<>();
        for (String ending : endings) {
            for (byte[] file : files) {
                Path in = Files.write(folder.resolve("whole.jsonl"), file);
                Path to = folder.resolve("packed" + ending);
                if (execute("convert", in.toString(), to.toString(), "--to", "alpaca") == 0) {
                    packed.computeIfAbsent(ending, none -> new ArrayList<>()).add(Files.readAllBytes(to));
                    Files.delete(to);
                }
                Files.delete(in);
            }
        }
        assertThat(packed).containsOnlyKeys(endings);
        return packed;
    }

    @Test
    void validateNamesTheLineOfADamagedInput() throws IOException {
        Damage damage = new Damage(3);
        Path campaign = Files.writeString(folder.resolve("campaign.yaml"), """
                campaign: damaged
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl}
                teacher: {provider: embedded}
                stages: [pseudo-label, {confidence-filter: {threshold: 0.9}}]
                """);
        for (String name : List.of("seeds.jsonl", "pool.jsonl", "holdout.jsonl")) {
            Files.write(folder.resolve(name), beginning(Path.of("../examples/support", name)));
        }
        for (int mutation = 0; mutation < VALIDATED_FILES; mutation++) {
            Path file = folder.resolve(damage.one(List.of("seeds.jsonl", "pool.jsonl", "holdout.jsonl")));
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, damage.of(whole));

            int code = execute("validate", campaign.toString());

            assertThat(code).as("mutation %s: %s", mutation, err).isIn(0, 3);
            if (code != 0) {
                assertOneLineAbout(folder, mutation);
            }
            Files.write(file, whole);
        }
    }

    @Test
    void validateSaysInOneLineWhatIsWrongWithADamagedCampaign() throws IOException {
        Damage damage = new Damage(4);
        List<byte[]> campaigns = new ArrayList<>();
        try (Stream<Path> examples = Files.list(Path.of("../examples"))) {
            for (Path example : examples.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                campaigns.add(Files.readAllBytes(example));
            }
        }
        Path campaign = folder.resolve("campaign.yaml");
        for (int mutation = 0; mutation < VALIDATED_CAMPAIGNS; mutation++) {
            Files.write(campaign, damage.of(damage.one(campaigns)));

            int code = execute("validate", campaign.toString());

            assertThat(code).as("mutation %s: %s", mutation, err).isIn(0, 3);
            if (code != 0) {
                assertOneLineAbout(folder, mutation);
            }
        }
    }

    @Test
    void applyTakesEveryLineOrNamesOne() throws IOException {
        Damage damage = new Damage(5);
        Path in = folder.resolve("in.jsonl");
        Path accepted = folder.resolve("out.jsonl");
        Path rejected = folder.resolve("rejected.jsonl");
        int applied = 0;
        for (int mutation = 0; mutation < APPLIED; mutation++) {
            byte[] damaged = damage.of(beginning(Path.of("../examples/support/pool.jsonl")));
            Files.write(in, damaged);

            int code = execute(
                    "apply",
                    "filter",
                    "--in",
                    in.toString(),
                    "--out",
                    accepted.toString(),
                    "--rejected",
                    rejected.toString(),
                    "--workspace",
                    folder.resolve("workspace").toString());

            assertThat(code).as("mutation %s: %s", mutation, err).isIn(0, 3);
            if (code == 0) {
                applied++;
                assertThat(Files.readAllLines(accepted).size()
                                + Files.readAllLines(rejected).size())
                        .as("mutation %s", mutation)
                        .isEqualTo((int) lines(damaged));
                Files.delete(accepted);
                Files.delete(rejected);
            } else {
                assertOneLineAbout(in, mutation);
            }
            assertThat(left()).as("mutation %s", mutation).containsExactly("in.jsonl", "workspace");
        }
        assertThat(applied).isBetween(APPLIED / 20, APPLIED);
    }

    private void assertOneLineAbout(Path place, int mutation) {
        String message = err.toString().strip();
        assertThat(message.lines()).as("mutation %s: %s", mutation, message).hasSize(1);
        assertThat(message).as("mutation %s", mutation).contains(place.toString());
    }

    private int execute(String... arguments) {
        out = new StringWriter();
        err = new StringWriter();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Lines that hold more than white space, as readers count them. */
    private static long lines(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        String plain = text.startsWith("\u00EF\u00BB\u00BF") ? text.substring(3) : text;
        return Stream.of(plain.split("\n"))
                .filter(line -> !line.replaceAll("[ \t\r]", "").isEmpty())
                .count();
    }

    /** The first bytes of a file, up to a whole line. */
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
}
