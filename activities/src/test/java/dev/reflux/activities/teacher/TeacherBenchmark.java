package dev.reflux.activities.teacher;

import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.TeacherPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How close the desk comes to a teacher's own speed: wall-clock time of many calls over the ideal of full concurrency.
 *
 * <p>{@code main [CALLS [DELAY_MS [CONCURRENCY [SHARDS [FAULTS]]]]]}; by default 10000 200 128 20, no faults.
 */
public final class TeacherBenchmark {

    private TeacherBenchmark() {}

    public static void main(String[] args) throws Exception {
        int calls = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int delayMillis = args.length > 1 ? Integer.parseInt(args[1]) : 200;
        int concurrency = args.length > 2 ? Integer.parseInt(args[2]) : 128;
        int shards = args.length > 3 ? Integer.parseInt(args[3]) : 20;
        Script script = Script.parse(args.length > 4 ? args[4] : "", question -> ScriptedAnswer.of("card-lost"));
        try (ScriptedTeacher server = ScriptedTeacher.start(script.after(Duration.ofMillis(delayMillis)));
                InMemoryLedger ledger = new InMemoryLedger();
                TeacherDesks desks = new TeacherDesks(ledger)) {
            TeacherPlan plan = Plans.openAi(server.baseUrl(), concurrency);
            TeacherDesk desk = desks.open(
                    plan, ChatTeachers.open(plan, Plans.ENVIRONMENT), new Payer("benchmark", 1, "label"), 100.0);
            long begun = System.nanoTime();
            ask(desk, calls, shards);
            double wall = (System.nanoTime() - begun) / 1e9;
            double ideal = Math.ceil((double) calls / concurrency) * delayMillis / 1000;
            System.out.printf(
                    Locale.ROOT,
                    "%d calls of %d ms, %d in flight, %d shards: wall %.2f s, ideal %.2f s, ratio %.3f%n%s%n",
                    calls,
                    delayMillis,
                    concurrency,
                    shards,
                    wall,
                    ideal,
                    wall / ideal,
                    server.stats());
        }
    }

    private static void ask(TeacherDesk desk, int calls, int shards) throws Exception {
        ExecutorService askers = Executors.newFixedThreadPool(shards);
        try {
            List<Future<List<TeacherDesk.Answer>>> asked = new ArrayList<>();
            for (int shard = 0; shard < shards; shard++) {
                List<TeacherCall> questions = questions(shard, shards, calls);
                asked.add(askers.submit(() -> askUntilAnswered(desk, questions)));
            }
            for (Future<List<TeacherDesk.Answer>> answers : asked) {
                answers.get();
            }
        } finally {
            askers.shutdownNow();
        }
    }

    /** As the orchestrator does, without its wait. */
    private static List<TeacherDesk.Answer> askUntilAnswered(TeacherDesk desk, List<TeacherCall> questions) {
        while (true) {
            try {
                return desk.askAll(questions, done -> {});
            } catch (TeacherBusyException busy) {
                System.out.println(busy.getMessage());
            }
        }
    }

    private static List<TeacherCall> questions(int shard, int shards, int calls) {
        List<TeacherCall> questions = new ArrayList<>();
        for (int i = shard; i < calls; i += shards) {
            questions.add(Plans.call("Question " + i + " " + "about a lost card ".repeat(50)));
        }
        return questions;
    }
}
