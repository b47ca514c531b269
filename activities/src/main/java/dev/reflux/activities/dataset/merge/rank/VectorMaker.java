package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.rank.DiverseSettings.Of;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Message.Role;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Makes the vectors of samples as they come, on all processors, and lays them down in a scratch file. */
final class VectorMaker implements AutoCloseable {

    private static final int BATCH = 256;

    /** The model reads no more of a text than its first 512 tokens, and no token of a language is longer than this on average. */
    private static final int READ = 512 * 16;

    private final DiverseSettings settings;
    private final SentenceEncoder encoder = SentenceEncoder.of(DiverseSettings.MODEL);
    private final VectorFile vectors;
    private final List<String> batch = new ArrayList<>();

    VectorMaker(DiverseSettings settings, Path scratch) {
        this.settings = settings;
        this.vectors = new VectorFile(scratch.resolve("vectors"));
    }

    void add(Sample sample) {
        String text = compared(sample, settings.of());
        batch.add(text.length() > READ ? text.substring(0, READ) : text);
        if (batch.size() == BATCH) {
            encode();
        }
    }

    /** Likeness of all samples that were added, by their places. */
    Likeness likeness() {
        encode();
        return new VectorLikeness(vectors, settings.threshold());
    }

    @Override
    public void close() {
        vectors.close();
    }

    private void encode() {
        batch.parallelStream().map(encoder::encode).toList().forEach(vectors::add);
        batch.clear();
    }

    private static String compared(Sample sample, Of of) {
        StringJoiner parts = new StringJoiner("\n");
        if (of != Of.ANSWER) {
            Task task = sample.task();
            task.history().stream()
                    .filter(turn -> turn.role() == Role.USER)
                    .map(Message::content)
                    .forEach(parts::add);
            parts.add(sample.text());
            if (task.passage() != null) {
                parts.add(task.passage());
            }
        }
        if (of != Of.TEXT && !sample.answers().isEmpty()) {
            parts.add(sample.answers().get(0).text());
        }
        return parts.toString();
    }
}
