package dev.reflux.activities.stage.verify;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Makes one check of many answers: one after another, or where each is a process of its own, one for each processor. */
public final class CheckRun {

    private final Check check;
    private final IntConsumer progress;

    /** An answer to be checked. */
    public record Case(Sample sample, Answer answer) {}

    /** @param progress told how many verdicts there are so far; may throw to stop */
    public CheckRun(Check check, IntConsumer progress) {
        this.check = check;
        this.progress = progress;
    }

    /** A verdict for each case, in their order; what a check throws ends all. */
    public List<Verdict> verdicts(List<Case> cases) {
        int threads = check.runsProcesses() ? Runtime.getRuntime().availableProcessors() : 1;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Verdict>> futures = cases.stream()
                    .map(each -> pool.submit(() -> check.check(each.sample(), each.answer())))
                    .toList();
            List<Verdict> verdicts = new ArrayList<>();
            for (Future<Verdict> future : futures) {
                progress.accept(verdicts.size());
                verdicts.add(future.get());
            }
            return verdicts;
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while " + cases.size() + " answers were checked");
        } catch (ExecutionException failure) {
            throw failure.getCause() instanceof RuntimeException known ? known : new IllegalStateException(failure);
        } finally {
            pool.shutdownNow();
        }
    }
}
