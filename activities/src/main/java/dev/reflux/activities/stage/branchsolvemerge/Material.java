package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.prompt.Fence;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;

/** What a prompt shows of a sample and its parts, each piece fenced. */
final class Material {

    private static final Fence FENCE = new Fence("context", "instruction", "answer", "part", "criterion", "findings");

    private Material() {}

    static String around(String tag, String text) {
        return FENCE.around(tag, text);
    }

    static String instruction(Sample sample) {
        return around("instruction", sample.text());
    }

    /** What is said before a sample's text; empty where there is nothing. */
    static String context(Sample sample) {
        String context = TaskPrompt.context(sample.task());
        return context.isEmpty() ? "" : around("context", context);
    }
}
