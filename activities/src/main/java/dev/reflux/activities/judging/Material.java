package dev.reflux.activities.judging;

import dev.reflux.activities.prompt.Fence;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What a prompt shows of a sample and its answers, each piece fenced: an answer cannot speak for its judge. */
public final class Material {

    private static final Fence FENCE =
            new Fence("system", "passage", "user", "assistant", "instruction", "reference", "answer");

    private Material() {}

    /** The text between these tags, on lines of its own. */
    public static String around(String tag, String text) {
        return FENCE.around(tag, text);
    }

    /** Blocks that are fenced already, numbered from 1. */
    public static String numbered(List<String> blocks) {
        StringJoiner all = new StringJoiner("\n\n");
        for (int block = 0; block < blocks.size(); block++) {
            all.add("[" + (block + 1) + "]\n" + blocks.get(block));
        }
        return all.toString();
    }

    /** What is said before a sample's text: system message, passage, earlier turns; empty where there is none. */
    public static String context(Sample sample) {
        StringJoiner parts = new StringJoiner("\n");
        if (sample.task().system() != null) {
            parts.add(around("system", sample.task().system()));
        }
        if (sample.task().passage() != null) {
            parts.add(around("passage", sample.task().passage()));
        }
        for (Message turn : sample.task().history()) {
            parts.add(around(turn.role().name().toLowerCase(Locale.ROOT), turn.content()));
        }
        return parts.toString();
    }
}
