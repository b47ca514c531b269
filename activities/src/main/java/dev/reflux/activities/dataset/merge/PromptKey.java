package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.TextKey;
import java.util.StringJoiner;

/** What stands for all that a sample asks: system message, passage, turns before, and the text, in 64 bits. */
public final class PromptKey {

    private static final String APART = "\u0000";

    private PromptKey() {}

    /** The same for prompts that differ in case and white space alone. */
    public static long of(Sample sample) {
        Task task = sample.task();
        StringJoiner prompt = new StringJoiner(APART);
        prompt.add(said(task.system())).add(said(task.passage()));
        task.history().stream().map(turn -> said(turn.content())).forEach(prompt::add);
        return TextKey.of(prompt.add(said(sample.text())).toString());
    }

    private static String said(String part) {
        return part == null ? "" : TextKey.normalised(part);
    }
}
