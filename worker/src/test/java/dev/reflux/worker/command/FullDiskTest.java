package dev.reflux.worker.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.Repository;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that write files onto a disk that is full, or that takes no writing: a small one that a process has for itself. */
@Timeout(240)
class FullDiskTest {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final String OLDER = "{\"text\": \"older\"}\n";

    /** Mounts a disk of some pages, puts files on it, executes the rest of the line, and keeps what is on it then. */
    private static final String WITH_A_DISK = """
            pages=$1 writing=$2 disk=$3 before=$4 after=$5; shift 5
            mount -t tmpfs -o size=$((pages * 4))k none "$disk" && cp "$before"/* "$disk" || exit 99
            [ "$writing" = rw ] || mount -o remount,ro "$disk" || exit 99
            "$@"; code=$?
            cp -r "$disk"/. "$after"
            exit $code
            """;

    @TempDir
    private static Path folder;

    private static Path disk;
    private static Path before;

    @BeforeAll
    static void aDiskAndWhatIsWrittenOntoIt() throws Exception {
        disk = Files.createDirectory(folder.resolve("disk"));
        before = Files.createDirectory(folder.resolve("before"));
        for (String ending : List.of("jsonl", "parquet", "csv.gz")) {
            Files.writeString(before.resolve("out." + ending), OLDER);
        }
        Process mounted = new ProcessBuilder("unshare", "-rm", "mount", "-t", "tmpfs", "none", disk.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mounted.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assumeThat(mounted.waitFor())
                .as("needs the right to mount a disk of its own: " + said)
                .isZero();
        SmallCampaign.run(folder);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < 3000; row++) {
            String text = "Say " + Integer.toHexString(row * 0x9E3779B1) + Integer.toHexString(~row * 0x85EBCA6B);
            rows.add("{\"messages\": [{\"role\": \"user\", \"content\": \"" + text
                    + "\"}, {\"role\": \"assistant\", \"content\": \"Yes.\"}]}");
        }
        rows.add(rows.get(0));
        Files.write(folder.resolve("in.jsonl"), rows);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | jsonl | apply deduplicate --in in.jsonl --out OUT --rejected DISK/rejected.jsonl --workspace w",
                "20 | parquet | apply deduplicate --in in.jsonl --out OUT --rejected DISK/rejected.jsonl --workspace w",
                "20 | jsonl | convert in.jsonl OUT --to sharegpt",
                "5 | csv.gz | convert in.jsonl OUT --to prompt --form texts",
                "78 | parquet | convert in.jsonl OUT --to sharegpt",
                "20 | jsonl | render chatml in.jsonl --out OUT",
                "3 | jsonl | export small --format messages --out OUT --workspace workspace",
                "3 | parquet | export small --format messages --out OUT --workspace workspace"
            })
    void aFullDiskIsNamedAndKeepsWhatItHad(int pages, String ending, String command) throws Exception {
        Path out = disk.resolve("out." + ending);

        String message = refused(pages, "rw", command.replace("OUT", out.toString()));

        assertThat(message)
                .startsWith("reflux: File " + out + " must be writable, got ")
                .containsPattern("No space left on device|IO Error")
                .endsWith("; free some space on its disk or give this user the right to its folder, then resume or"
                        + " start the command again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jsonl | apply deduplicate --in in.jsonl --out OUT --workspace w",
                "jsonl | convert in.jsonl OUT --to sharegpt",
                "parquet | convert in.jsonl OUT --to sharegpt",
                "jsonl | render chatml in.jsonl --out OUT",
                "jsonl | export small --format messages --out OUT --workspace workspace"
            })
    void aDiskThatTakesNoWritingIsNamed(String ending, String command) throws Exception {
        Path out = disk.resolve("out." + ending);

        assertThat(refused(99, "ro", command.replace("OUT", out.toString())))
                .startsWith("reflux: File " + out + " must be writable, got ")
                .contains("Read-only file system");
    }

    @ParameterizedTest
    @CsvSource({"rw, which must be unpacked into", "ro, Read-only file system"})
    void applySaysWhereTemporaryFilesDoNotFit(String writing, String why) throws Exception {
        String options = "-Djava.io.tmpdir=" + disk;
        String command = "apply deduplicate --in in.jsonl --out elsewhere.jsonl --workspace w";

        assertThat(refused(20, writing, command, options))
                .startsWith("reflux: ")
                .contains(disk.toString(), why, "free some space");
        assertThat(folder.resolve("elsewhere.jsonl")).doesNotExist();
    }

    private String refused(int pages, String writing, String command) throws Exception {
        return refused(pages, writing, command, "");
    }

    /** The one line that it printed; what was on the disk is there, and nothing else. */
    private String refused(int pages, String writing, String command, String options) throws IOException {
        Path logging = Repository.root().resolve("worker/src/main/resources/logback.xml");
        Map<String, String> variables =
                Map.of("JDK_JAVA_OPTIONS", "-Dlogback.configurationFile=" + logging + " " + options);
        Path after = Files.createTempDirectory(folder, "after");
        List<String> surroundings = List.of(
                "env",
                "--chdir=" + folder,
                "unshare",
                "-rm",
                "sh",
                "-c",
                WITH_A_DISK,
                "sh",
                String.valueOf(pages),
                writing,
                disk.toString(),
                before.toString(),
                after.toString());
        String[] arguments = command.replace("DISK", disk.toString()).split(" ");
        try (RefluxProcess process = RefluxProcess.within(surroundings, folder, variables, arguments)) {
            assertThat(process.awaitEnd(AT_MOST)).as(process.output()).isEqualTo(ExitCode.HOLDS.code());
            assertThat(names(after)).isEqualTo(names(before));
            for (String name : names(before)) {
                assertThat(after.resolve(name)).hasContent(OLDER.strip());
            }
            List<String> printed = process.output()
                    .lines()
                    .filter(line -> !line.startsWith("NOTE: Picked up"))
                    .toList();
            assertThat(printed).hasSize(1);
            return printed.get(0);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
