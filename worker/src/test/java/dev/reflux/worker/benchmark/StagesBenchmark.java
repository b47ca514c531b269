package dev.reflux.worker.benchmark;

import dev.reflux.activities.teacher.Script;
import dev.reflux.activities.teacher.ScriptedTeacher;
import dev.reflux.activities.teacher.rehearsal.FittedAnswers;
import dev.reflux.worker.endtoend.RefluxProcess;
import dev.reflux.worker.endtoend.TemporalServer;
import dev.reflux.workflows.WorkflowIds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A campaign of five stages, four of which ask a scripted teacher on the loopback. */
final class StagesBenchmark {

    private static final int IN_FLIGHT = 256;
    private static final int ANSWER_TOKENS = 60;
    private static final double MOST_TIMES_IDEAL = 1.15;
    private static final double LEAST_SHARE = 0.95;

    private final int instructions;
    private final Duration latency;

    private StagesBenchmark(int instructions, Duration latency) {
        this.instructions = instructions;
        this.latency = latency;
    }

    /** 5,000 instructions, 200 ms an answer: 1,280 calls a second where nothing is in the way. */
    static void fast(Path folder) throws IOException {
        new StagesBenchmark(5_000, Duration.ofMillis(200)).run(folder);
    }

    /** The same stages at a fifth of the pace, where the processors of a small machine are not what limits them. */
    static void slow(Path folder) throws IOException {
        new StagesBenchmark(5_000, Duration.ofSeconds(1)).run(folder);
    }

    private void run(Path folder) throws IOException {
        Files.write(
                folder.resolve("seeds.jsonl"),
                IntStream.range(0, 200)
                        .mapToObj(number ->
                                "{\"text\": \"Say in one sentence what the number " + number + " is remarkable for.\"}")
                        .toList());
        try (TemporalServer server = TemporalServer.start(folder);
                ScriptedTeacher teacher = ScriptedTeacher.start(
                        Script.answering(new FittedAnswers(ANSWER_TOKENS)).after(latency))) {
            Path workspace = Files.createDirectory(folder.resolve("workspace"));
            try (RefluxProcess worker = MeasuredCampaign.worker(server, workspace)) {
                for (String name : List.of("first", "second")) {
                    int before = teacher.stats().requests();
                    MeasuredCampaign.runOn(worker, server, campaign(folder, name, teacher), workspace);
                    System.out.println("the " + name + " campaign of a worker:");
                    Histories round = new Histories(server.client(), WorkflowIds.round(name, 1));
                    printWallTime(round, teacher.stats().requests() - before);
                    printInFlight(round, teacher);
                    printCourse(round, teacher);
                }
            }
        }
    }

    private Path campaign(Path folder, String name, ScriptedTeacher teacher) throws IOException {
        return Files.writeString(
                folder.resolve(name + ".yaml"), """
                campaign: %s
                inputs: {seeds: seeds.jsonl}
                teacher:
                  provider: openai
                  model: scripted
                  baseUrl: %s
                  limits: {concurrency: %d, timeout: 20s}
                shards: {size: 100, window: 32}
                stages:
                  - generate: {count: %d}
                  - evolve: {keepOriginals: false}
                  - answer: {candidates: 4}
                  - judge: {aspects: [overall]}
                  - rejection-sampling: {by: [{verdict: judge/overall, atLeast: 3}], keep: best}
                student: {kind: none}
                """.formatted(name, teacher.baseUrl(), IN_FLIGHT, instructions));
    }

    private void printWallTime(Histories round, int calls) {
        Instant start = Collections.min(starts(round));
        Instant end = Collections.max(ends(round));
        double wall = Duration.between(start, end).toMillis() / 1000.0;
        double ideal = calls * latency.toMillis() / 1000.0 / IN_FLIGHT;
        System.out.printf(
                "%,d instructions, %,d calls: %.1f s from the first shard's start to the last one's end, ideal %.1f s,"
                        + " ratio %.3f (limit %.2f)%n",
                instructions, calls, wall, ideal, wall / ideal, MOST_TIMES_IDEAL);
    }

    /** From the end of the shard that is through first to the start of the one that begins last. */
    private static void printInFlight(Histories round, ScriptedTeacher teacher) {
        Instant from = Collections.min(ends(round));
        Instant to = Collections.max(starts(round));
        double share = teacher.inFlight().mean(from, to) / IN_FLIGHT;
        System.out.printf(
                "in flight over the %.1f s between the first shard's end and the last one's start: %.1f %% of %d"
                        + " (limit %.0f %%); most at once %d%n",
                Duration.between(from, to).toMillis() / 1000.0,
                share * 100,
                IN_FLIGHT,
                LEAST_SHARE * 100,
                teacher.stats().maxInFlight());
    }

    /** How full the teacher was from the first shard's start to the last one's end. */
    private static void printCourse(Histories round, ScriptedTeacher teacher) {
        Instant end = Collections.max(ends(round));
        StringBuilder course = new StringBuilder("in flight, every two seconds:");
        for (Instant from = Collections.min(starts(round)); from.isBefore(end); from = from.plusSeconds(2)) {
            course.append(String.format(" %.0f", teacher.inFlight().mean(from, from.plusSeconds(2))));
        }
        System.out.println(course);
    }

    private static List<Instant> starts(Histories round) {
        return round.work("generate").stream().map(Histories.Work::start).toList();
    }

    private static List<Instant> ends(Histories round) {
        return round.work("rejection-sampling").stream()
                .map(Histories.Work::end)
                .toList();
    }
}
