package dev.reflux.worker.dataset;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.TextKey;
import java.util.StringJoiner;

/** What two samples have in common that ask for the same. */
public final class SameText {

    private SameText() {}

    /** 64 bits of the normalised text and of what is said before it and is to be read with it. */
    public static long key(Sample sample) {
        Task task = sample.task();
        if (task.system() == null && task.passage() == null && task.history().isEmpty()) {
            return TextKey.ofNormalised(sample.text());
        }
        StringJoiner whole = new StringJoiner("\u0000");
        whole.add(String.valueOf(task.system())).add(String.valueOf(task.passage()));
        for (Message turn : task.history()) {
            whole.add(turn.content());
        }
        return TextKey.ofNormalised(whole.add(sample.text()).toString());
    }
}
