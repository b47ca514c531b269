package dev.reflux.worker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands on files under Ctrl-C, SIGTERM, a closed terminal and SIGKILL: nothing half-made, nothing paid for twice. */
@Timeout(240)
class InterruptedCommandTest {

    private static final Duration AT_MOST = Duration.ofSeconds(90);
    private static final int SAMPLES = 24;
    private static final int IN_FLIGHT = 2;
    private static final String OLDER = "{\"text\": \"older\"}\n";
    private static final String TALK =
            "{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}, {\"role\": \"assistant\", \"content\": \"Ho\"}]}\n";

    @TempDir
    private Path folder;

    private Path work;
    private Path temporary;

    @BeforeEach
    void folders() throws IOException {
        work = Files.createDirectory(folder.resolve("work"));
        temporary = Files.createDirectory(folder.resolve("temporary"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143", "HUP, 129"})
    void applyLeavesNothingAndPaysForNothingTwice(String signal, int code) throws Exception {
        Files.writeString(work.resolve("out.jsonl"), OLDER);
        try (ScriptedTeacher teacher = ScriptedTeacher.start(slowly())) {
            writeQuestions();

            String printed = interrupted(apply(teacher), () -> teacher.stats().answered() >= 5, signal, code);

            assertThat(printed.lines().filter(line -> !line.startsWith("Picked up")))
                    .isEmpty();
            assertThat(names(work)).containsExactly("in.jsonl", "out.jsonl", "workspace");
            assertThat(work.resolve("out.jsonl")).hasContent(OLDER.strip());
            assertThat(names(temporary)).noneMatch(name -> name.startsWith("reflux"));
            finishes(teacher);
        }
    }

    @Test
    void applyThatIsKilledGoesOnWhereItWas() throws Exception {
        try (ScriptedTeacher teacher = ScriptedTeacher.start(slowly())) {
            writeQuestions();

            interrupted(apply(teacher), () -> teacher.stats().answered() >= 5, "KILL", 137);

            assertThat(work.resolve("out.jsonl")).doesNotExist();
            assertThat(work.resolve("rejected.jsonl")).doesNotExist();
            finishes(teacher);
            assertThat(names(work)).containsExactly("in.jsonl", "out.jsonl", "rejected.jsonl", "workspace");
        }
    }

    /** The same command, to its end. */
    private void finishes(ScriptedTeacher teacher) throws IOException {
        try (RefluxProcess again = start(apply(teacher))) {
            assertThat(again.awaitEnd(AT_MOST)).as(again.output()).isZero();
        }
        assertThat(Files.readAllLines(work.resolve("out.jsonl"))).hasSize(SAMPLES);
        assertThat(teacher.stats().questions()).isEqualTo(SAMPLES);
        assertThat(teacher.stats().repeats()).isLessThanOrEqualTo(IN_FLIGHT);
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void verifyEndsTheCheckerThatIsRunning(String signal, int code) throws Exception {
        Path ticks = folder.resolve("ticks");
        Path checker = Files.writeString(
                folder.resolve("checker"),
                "for i in $(seq 600); do echo . >> " + ticks + "; sleep 0.05; done & wait\n");
        Files.writeString(work.resolve("in.jsonl"), TALK);
        String[] verify = {
            "apply",
            "verify",
            "--in",
            "in.jsonl",
            "--out",
            "out.jsonl",
            "--set",
            "by=command",
            "--workspace",
            "workspace",
            "--set",
            "command=[sh, " + checker + "]",
            "--set",
            "timeout=10m"
        };

        interrupted(verify, () -> isFilled(ticks), signal, code);

        long ended = Files.size(ticks);
        Thread.sleep(500);
        assertThat(ticks).hasSize(ended);
        assertThat(names(work)).containsExactly("in.jsonl", "workspace");
        assertThat(names(temporary)).noneMatch(name -> name.startsWith("reflux"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130, jsonl", "TERM, 143, parquet", "TERM, 143, csv.zst"})
    void convertLeavesWhatWasThere(String signal, int code, String ending) throws Exception {
        Path out = Files.writeString(work.resolve("out." + ending), OLDER);
        Path in = pipe();
        try (RandomAccessFile rows = new RandomAccessFile(in.toFile(), "rw")) {
            rows.write(TALK.getBytes(StandardCharsets.UTF_8));
            String[] convert = {
                "convert", in.toString(), out.toString(), "--from", "messages", "--to", "sharegpt", "--tool-texts"
            };

            interrupted(convert, () -> isUnderWay(out), signal, code);
        }

        assertThat(names(work))
                .containsExactlyInAnyOrder("in.jsonl", out.getFileName().toString());
        assertThat(out).hasContent(OLDER.strip());
    }

    @Test
    void rehearseLeavesNoWorkspace() throws Exception {
        String[] rehearse = {
            "rehearse", Repository.root().resolve("examples/instruct.yaml").toString()
        };

        interrupted(rehearse, () -> names(temporary).stream().anyMatch(this::isWorkspace), "TERM", 143);

        assertThat(names(temporary)).noneMatch(this::isWorkspace);
    }

    private boolean isWorkspace(String name) {
        return name.startsWith("reflux-rehearse-");
    }

    private static Script slowly() {
        return Script.answering("Slowly.").after(Duration.ofMillis(100));
    }

    private void writeQuestions() throws IOException {
        Files.write(
                work.resolve("in.jsonl"),
                IntStream.range(0, SAMPLES)
                        .mapToObj(number -> "{\"text\": \"What is " + number + " + 1?\"}")
                        .toList());
    }

    private String[] apply(ScriptedTeacher teacher) {
        return new String[] {
            "apply",
            "answer",
            "--in",
            "in.jsonl",
            "--out",
            "out.jsonl",
            "--rejected",
            "rejected.jsonl",
            "--workspace",
            "workspace",
            "--teacher",
            "provider=openai",
            "--teacher",
            "model=scripted",
            "--teacher",
            "baseUrl=" + teacher.baseUrl(),
            "--teacher",
            "limits.concurrency=" + IN_FLIGHT
        };
    }

    /** Heeds signals, even if this process was started in the background or by nohup and does not. */
    private RefluxProcess start(String... arguments) {
        return RefluxProcess.within(
                List.of("env", "--default-signal=INT,TERM,HUP", "--chdir=" + work),
                folder,
                Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary),
                arguments);
    }

    /** What it printed. */
    private String interrupted(String[] arguments, BooleanSupplier moment, String signal, int code) throws Exception {
        try (RefluxProcess process = start(arguments)) {
            FaultBench.await(process, moment);
            process.signal(signal);
            assertThat(process.awaitEnd(AT_MOST)).as(process.output()).isEqualTo(code);
            return process.output();
        }
    }

    private Path pipe() throws IOException, InterruptedException {
        Path pipe = work.resolve("in.jsonl");
        int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assumeThat(made).as("needs mkfifo").isZero();
        return pipe;
    }

    private static boolean isFilled(Path file) {
        return file.toFile().length() > 0;
    }

    private boolean isUnderWay(Path out) {
        return names(work).stream().anyMatch(name -> name.startsWith("." + out.getFileName()));
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
