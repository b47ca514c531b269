package dev.reflux.activities.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that commits calls to a ledger and prints the key of each one that was acknowledged. */
final class CommittingProcess {

    private static final int THREADS = 8;

    private CommittingProcess() {}

    static Process start(Path file, String prefix, int callsPerThread) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CommittingProcess.class.getName(),
                        file.toString(),
                        prefix,
                        Integer.toString(callsPerThread))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** @param args ledger file, prefix of the keys, calls that each of the threads makes */
    public static void main(String[] args) throws InterruptedException {
        try (SqliteLedger ledger = SqliteLedger.open(Path.of(args[0]))) {
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                String prefix = args[1] + "-" + i + "-";
                Thread thread = new Thread(() -> commit(ledger, prefix, Integer.parseInt(args[2])));
                thread.start();
                threads.add(thread);
            }
            for (Thread thread : threads) {
                thread.join();
            }
        }
    }

    private static void commit(SqliteLedger ledger, String prefix, int calls) {
        for (int call = 0; call < calls; call++) {
            ledger.commit(LedgerEntries.of(prefix + call));
            System.out.println(prefix + call);
        }
    }
}
