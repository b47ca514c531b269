package dev.reflux.activities.teacher.embedded;

import dev.reflux.config.EmbeddedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Prints how many texts a second the sentence encoder does when nothing else is done: the embedded teacher's limit. */
public final class EncoderBenchmark {

    /** As many as an embedded teacher has by default: beside other load both get the same share of the machine. */
    private static final int THREADS = 16;

    private EncoderBenchmark() {}

    /** @param args a file with one text a line */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> texts = Files.readAllLines(Path.of(args[0]));
        encode(texts.subList(0, texts.size() / 10));
        long start = System.nanoTime();
        encode(texts);
        System.out.printf(Locale.ROOT, "%.1f%n", texts.size() / ((System.nanoTime() - start) / 1e9));
    }

    private static void encode(List<String> texts) throws InterruptedException {
        List<Thread> all = IntStream.range(0, THREADS)
                .mapToObj(first -> new Thread(() -> {
                    for (int i = first; i < texts.size(); i += THREADS) {
                        SentenceEncoder.of(EmbeddedModel.ALL_MINILM_L6_V2).encode(texts.get(i));
                    }
                }))
                .toList();
        all.forEach(Thread::start);
        for (Thread thread : all) {
            thread.join();
        }
    }
}
