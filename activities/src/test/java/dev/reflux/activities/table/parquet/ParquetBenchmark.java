package dev.reflux.activities.table.parquet;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.management.OperatingSystemMXBean;
import dev.reflux.activities.PeakMemory;
import dev.reflux.activities.convert.FileConversion;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.RowWriter;
import dev.reflux.activities.table.Tables;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes conversations to Parquet and reads them back; prints megabytes of the same rows as JSONL a second, beside what DuckDB
 * takes to copy that JSONL when it is there already and the types are told.
 */
public final class ParquetBenchmark {

    private static final int ROWS = 100_000;
    private static final int VOCABULARY = 20_000;
    private static final int WORDS = 100;
    private static final int PASSES = 3;

    private static final String TYPES =
            "{'id': 'VARCHAR', 'messages': 'STRUCT(role VARCHAR, content VARCHAR)[]', 'score': 'DOUBLE'}";

    private final Path jsonl;
    private final Path parquet;
    private double megabytes;

    private ParquetBenchmark(Path folder) {
        this.jsonl = folder.resolve("rows.jsonl");
        this.parquet = folder.resolve("rows.parquet");
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("reflux-parquet-");
        new ParquetBenchmark(folder).run();
        Files.delete(folder);
    }

    private void run() throws IOException {
        writeLines();
        megabytes = Files.size(jsonl) / 1e6;
        System.out.printf(Locale.ROOT, "%d rows, %.0f MB as JSONL%n", ROWS, megabytes);
        report("converted, row by row, by a process that has just started", this::convert);
        System.out.println(PeakMemory.shown());
        List<ObjectNode> rows = rows();
        for (int pass = 0; pass < PASSES; pass++) {
            report("written (limit 100)", () -> write(rows));
            report("read", this::read);
            report("copied by DuckDB alone", this::copy);
        }
        System.out.printf(Locale.ROOT, "%.1f MB as Parquet; %s%n", Files.size(parquet) / 1e6, PeakMemory.shown());
        Files.delete(parquet);
        Files.delete(jsonl);
    }

    private void report(String what, Runnable work) {
        long used = processor();
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f s, %.0f MB/s, %.1f ms of processor a MB%n",
                what,
                seconds,
                megabytes / seconds,
                (processor() - used) / 1e6 / megabytes);
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void writeLines() {
        try (RowWriter writer = Tables.create(jsonl)) {
            Random random = new Random(1);
            for (int number = 0; number < ROWS; number++) {
                writer.write(row(number, random));
            }
            writer.commit();
        }
    }

    private void convert() {
        new FileConversion(jsonl, parquet, true).run(Layout.MESSAGES, Layout.MESSAGES, WritingOptions.standard());
    }

    private void write(List<ObjectNode> rows) {
        try (RowWriter writer = Tables.create(parquet)) {
            rows.forEach(writer::write);
            writer.commit();
        }
    }

    private void copy() {
        Path copied = parquet.resolveSibling("copied.parquet");
        String rows = "read_json(" + DuckDb.literal(jsonl) + ", format = 'newline_delimited', columns = " + TYPES + ")";
        try (Connection database = DuckDb.open(copied)) {
            DuckDb.run(
                    database,
                    List.of(
                            "SET threads = 2",
                            "COPY (SELECT * FROM " + rows + ") TO " + DuckDb.quoted(copied)
                                    + " (FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1)"));
            Files.delete(copied);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        int rows = 0;
        try (RowReader reader = Tables.open(parquet, bad -> {
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
            rows.add(row(number, random));
        }
        return rows;
    }

    private static ObjectNode row(int number, Random random) {
        ObjectNode row = JsonNodeFactory.instance.objectNode().put("id", "sample-" + number);
        row.withArray("messages").addObject().put("role", "user").put("content", text(random));
        row.withArray("messages").addObject().put("role", "assistant").put("content", text(random));
        return row.put("score", random.nextInt(100) / 4.0);
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
