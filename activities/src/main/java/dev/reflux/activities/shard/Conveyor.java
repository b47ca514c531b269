package dev.reflux.activities.shard;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Works on several pieces at once and hands over what comes of them one by one, in the order they were put on. It belongs to
 * one thread, which is the one that things are handed to; no work is under way any more once it is closed.
 */
public final class Conveyor<R> implements AutoCloseable {

    private final ExecutorService workers;
    private final int most;
    private final Consumer<R> taker;
    private final Deque<CompletableFuture<R>> pieces = new ArrayDeque<>();
    private volatile boolean isClosed;

    /**
     * @param workers pieces that are worked on at once; so many and one more are on it at most, what came of them included
     * @param taker is given what comes of each piece, while others are put on or the conveyor finishes
     */
    public Conveyor(int workers, Consumer<R> taker) {
        this(workers, 1, taker);
    }

    private Conveyor(int workers, int waiting, Consumer<R> taker) {
        this.workers = Executors.newFixedThreadPool(workers, Conveyor::thread);
        this.most = workers + waiting;
        this.taker = taker;
    }

    /** As many workers as there are processors, with pieces so small that many may wait while the taker is busy. */
    public static <R> Conveyor<R> ofSmall(Consumer<R> taker) {
        int workers = Runtime.getRuntime().availableProcessors();
        return new Conveyor<>(workers, 2 * workers, taker);
    }

    /** As many workers as there are processors. */
    public static <R> Conveyor<R> wide(Consumer<R> taker) {
        return new Conveyor<>(Runtime.getRuntime().availableProcessors(), taker);
    }

    /** Puts a piece on. What its work throws is thrown here or by {@link #finish}, where its turn comes to be handed over. */
    public void put(Supplier<R> work) {
        while (pieces.size() == most || !pieces.isEmpty() && pieces.peek().isDone()) {
            handOver();
        }
        pieces.add(CompletableFuture.supplyAsync(() -> isClosed ? null : work.get(), workers));
    }

    /** Hands over all that is left. */
    public void finish() {
        while (!pieces.isEmpty()) {
            handOver();
        }
    }

    /** Waits for the work that has begun and drops the rest. */
    @Override
    public void close() {
        isClosed = true;
        for (CompletableFuture<R> piece : pieces) {
            piece.handle((result, failure) -> null).join();
        }
        pieces.clear();
        workers.shutdown();
    }

    private void handOver() {
        R result;
        try {
            result = pieces.remove().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        taker.accept(result);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "conveyor");
        thread.setDaemon(true);
        return thread;
    }
}
