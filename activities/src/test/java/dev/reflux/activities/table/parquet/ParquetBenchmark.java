package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.reflux.activities.table.JsonRow;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes conversations to Parquet and reads them back; prints megabytes of the same rows as JSONL a second. */
public final class ParquetBenchmark {

    private static final int ROWS = 100_000;
    private static final int VOCABULARY = 20_000;
    private static final int WORDS = 100;

    private ParquetBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("reflux-parquet-");
        List<ObjectNode> rows = rows();
        double megabytes =
                rows.stream().mapToLong(row -> JsonRow.write(row).length + 1).sum() / 1e6;
        Path file = folder.resolve("rows.parquet");
        for (int time = 1; time <= 3; time++) {
            long before = processor();
            double written = seconds(() -> write(file, rows));
            double used = (processor() - before) / 1e9;
            double read = seconds(() -> read(file));
            System.out.printf(
                    "%.0f MB: written in %.2f s, %.0f MB/s (limit 100; %.2f s of processor); read in %.2f s, %.0f MB/s; %.1f MB as Parquet%n",
                    megabytes, written, megabytes / written, used, read, megabytes / read, Files.size(file) / 1e6);
        }
        Files.delete(file);
        Files.delete(folder);
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    private static void write(Path file, List<ObjectNode> rows) {
        try (RowWriter writer = Tables.create(file)) {
            rows.forEach(writer::write);
            writer.commit();
        }
    }

    private static void read(Path file) {
        int rows = 0;
        try (RowReader reader = Tables.open(file, bad -> {
            throw new IllegalStateException(bad.toString());
        })) {
            while (reader.next() != null) {
                rows++;
            }
        }
        if (rows != ROWS) {
            throw new IllegalStateException("read " + rows + " rows of " + ROWS);
        }
    }

    private static List<ObjectNode> rows() {
        Random random = new Random(1);
        List<ObjectNode> rows = new ArrayList<>();
        for (int number = 0; number < ROWS; number++) {
            ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", "sample-" + number);
            row.withArray("messages").addObject().put("role", "user").put("content", text(random));
            row.withArray("messages").addObject().put("role", "assistant").put("content", text(random));
            rows.add(row.put("score", random.nextInt(100) / 4.0));
        }
        return rows;
    }

    /** Words whose frequency is as one to their rank (Zipf's law), so that they compress as prose does. */
    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            int skewed = (int) Math.pow(VOCABULARY, random.nextDouble());
            text.append(Integer.toString(skewed * 7919, 36)).append(' ');
        }
        return text.toString();
    }
}
