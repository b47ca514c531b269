package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.shard.Sample;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;

/** Prints time and memory that {@code deduplicate} takes for generated texts of about 500 characters, a fifth of them edits. */
public final class DeduplicateBenchmark {

    private static final int LENGTH = 500;

    private DeduplicateBenchmark() {}

    /** @param args texts; 1,000,000 where absent */
    public static void main(String[] args) throws Exception {
        int texts = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path scratch = Files.createTempDirectory("deduplicate-benchmark");
        MinHashSettings near = new MinHashSettings(0.8, Unit.WORDS, 5, 112, null);
        DeduplicateSettings settings = new DeduplicateSettings(DeduplicateSettings.Over.TEXT, near);
        double made = made(texts);
        long start = System.nanoTime();
        try (MergePass pass = new DeduplicateStep().begin(settings, MergeGround.of(scratch.resolve("pass")))) {
            for (int i = 0; i < texts; i++) {
                pass.see(text(i));
            }
            double seen = seconds(start) - made;
            Ruling ruling = pass.rule();
            int kept = 0;
            for (int place = 0; place < texts; place++) {
                kept += ruling.at(place) == null ? 1 : 0;
            }
            double all = seconds(start) - made;
            System.out.printf(
                    Locale.ROOT,
                    "%d texts, %s: %d kept; signed %.0f a second, ruled %.0f a second in all; %.1f s; heap %d MB at most, disk %d MB%n",
                    texts,
                    near.cut(),
                    kept,
                    texts / seen,
                    texts / all,
                    all,
                    peakHeap() >> 20,
                    size(scratch) >> 20);
        } finally {
            delete(scratch);
        }
    }

    /** Seconds that making the texts takes by itself; they are left out of what is printed. */
    private static double made(int texts) {
        long start = System.nanoTime();
        long characters = 0;
        for (int i = 0; i < texts; i++) {
            characters += text(i).text().length();
        }
        System.out.printf(Locale.ROOT, "%d characters a text%n", characters / texts);
        return seconds(start);
    }

    private static Sample text(int number) {
        boolean isEdit = number % 5 == 4;
        Random random = new Random(isEdit ? number - 1 : number);
        StringBuilder text = new StringBuilder(LENGTH + 10);
        while (text.length() < LENGTH) {
            text.append(Integer.toString(46656 + random.nextInt(20000), 36)).append(' ');
        }
        if (isEdit) {
            text.append("and ").append(number);
        }
        return Deduplicated.sample("id-" + number, text.toString());
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static long size(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).mapToLong(java.io.File::length).sum();
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
