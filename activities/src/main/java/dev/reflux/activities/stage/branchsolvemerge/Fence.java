package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import java.util.regex.Pattern;

/** Puts material between tags that it cannot close itself. */
final class Fence {

    private static final Pattern TAG =
            Pattern.compile("<(/?(?:context|instruction|answer|part|criterion|findings)\\b)", Pattern.CASE_INSENSITIVE);

    private Fence() {}

    static String around(String tag, String text) {
        return "<" + tag + ">\n" + TAG.matcher(text.strip()).replaceAll("< $1") + "\n</" + tag + ">";
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
