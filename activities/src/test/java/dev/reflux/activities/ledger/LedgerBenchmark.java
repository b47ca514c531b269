package dev.reflux.activities.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Prints how many calls a second the ledger commits and finds, each caller waiting for its own commit. */
public final class LedgerBenchmark {

    private static final int THREADS = 128;

    private LedgerBenchmark() {}

    /** @param args folder to work in, calls a thread makes; a temporary folder and 400 where absent */
    public static void main(String[] args) throws Exception {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("ledger-benchmark");
        int calls = args.length > 1 ? Integer.parseInt(args[1]) : 400;
        try (SqliteLedger ledger = SqliteLedger.open(folder.resolve("benchmark.db"))) {
            commit(ledger, "warm-up", calls / 10);
            double committed = commit(ledger, "measured", calls);
            double found = find(ledger, calls);
            System.out.printf(
                    Locale.ROOT,
                    "%d threads: %.0f calls committed a second, %.0f calls found a second (500 at once)%n",
                    THREADS,
                    committed,
                    found);
        }
    }

    private static double commit(SqliteLedger ledger, String name, int calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long start = System.nanoTime();
        List<Future<?>> all = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            String prefix = name + "-" + thread + "-";
            all.add(threads.submit(() -> {
                for (int call = 0; call < calls; call++) {
                    ledger.commit(LedgerEntries.of(prefix + call));
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        threads.shutdown();
        return THREADS * calls / seconds(start);
    }

    private static double find(SqliteLedger ledger, int calls) {
        long start = System.nanoTime();
        for (int thread = 0; thread < THREADS; thread++) {
            List<String> keys = new ArrayList<>();
            for (int call = 0; call < calls; call++) {
                keys.add("measured-" + thread + "-" + call);
            }
            ledger.find(keys);
        }
        return THREADS * calls / seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
