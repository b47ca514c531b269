package dev.reflux.activities.stage.judge;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** Puts what is judged between tags that it cannot close itself, so that an answer cannot speak for its judge. */
final class Fence {

    private static final Pattern TAG = Pattern.compile(
            "<(/?(?:system|passage|user|assistant|instruction|reference|answer)\\b)", Pattern.CASE_INSENSITIVE);

    private Fence() {}

    static String around(String tag, String text) {
        return "<" + tag + ">\n" + TAG.matcher(text.strip()).replaceAll("< $1") + "\n</" + tag + ">";
    }

    /** Blocks that are fenced already, numbered from 1. */
    static String numbered(List<String> blocks) {
        StringJoiner all = new StringJoiner("\n\n");
        for (int block = 0; block < blocks.size(); block++) {
            all.add("[" + (block + 1) + "]\n" + blocks.get(block));
        }
        return all.toString();
    }

    /** What is said before a sample's text: system message, passage, earlier turns; empty where there is none. */
    static String context(Sample sample) {
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
