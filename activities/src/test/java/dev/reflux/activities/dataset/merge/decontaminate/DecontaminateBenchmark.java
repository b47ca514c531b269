package dev.reflux.activities.dataset.merge.decontaminate;

import com.sun.management.OperatingSystemMXBean;
import dev.reflux.activities.PeakMemory;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Sample;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints time and memory that {@code decontaminate} takes for real instructions, repeated with edits, against real benchmarks. */
public final class DecontaminateBenchmark {

    private static final int EDITS = 1000;

    private DecontaminateBenchmark() {}

    /** @param args samples; 1,000,000 where absent */
    public static void main(String[] args) throws Exception {
        int samples = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        List<String> instructions = RealData.instructions();
        List<BenchmarkItem> benchmarks = RealData.benchmarks();
        for (Preset preset : List.of(Preset.TULU_3, Preset.GPT_3, Preset.OPEN_R1, Preset.LLAMA_2)) {
            run(samples, instructions, benchmarks, preset);
        }
        System.out.println(PeakMemory.shown());
    }

    private static void run(int samples, List<String> instructions, List<BenchmarkItem> benchmarks, Preset preset) {
        long characters = 0;
        long before = System.nanoTime();
        for (int i = 0; i < samples; i++) {
            characters += text(i, instructions).text().length();
        }
        double made = seconds(before);
        long spent = processorTime();
        long start = System.nanoTime();
        MergeGround ground = new MergeGround(Path.of("none"), benchmarks);
        try (MergePass pass = new DecontaminateStep().begin(Decontaminated.preset(preset), ground)) {
            double built = seconds(start);
            for (int i = 0; i < samples; i++) {
                pass.see(text(i, instructions));
            }
            Ruling ruling = pass.rule();
            int kept = 0;
            for (int place = 0; place < samples; place++) {
                kept += ruling.at(place) == null ? 1 : 0;
            }
            double all = seconds(start) - made;
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d samples of %d characters against %d items: %d kept; %.1f s, of which %.1f s for the table;"
                            + " %.0f samples a second, %.1f s of processor; heap %d MB at most; limit 100000%n",
                    preset,
                    samples,
                    characters / samples,
                    benchmarks.size(),
                    kept,
                    all,
                    built,
                    samples / all,
                    (processorTime() - spent) / 1e9,
                    peakHeap() >> 20);
        }
    }

    /** An instruction with a word of its own in it. */
    private static Sample text(int number, List<String> instructions) {
        String text = instructions.get(number % instructions.size());
        int middle = Math.max(0, text.indexOf(' ', text.length() / 2));
        String word = " w" + number / instructions.size() % EDITS;
        return Decontaminated.sample("id-" + number, text.substring(0, middle) + word + text.substring(middle));
    }

    private static long processorTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
