package dev.reflux.activities.prompt;

import java.util.regex.Pattern;

/** Puts material between tags that it cannot open or close itself, so that what is shown cannot speak for who shows it. */
public final class Fence {

    private final Pattern tags;

    /** @param tags that material may stand between, and that are taken apart wherever they occur within it */
    public Fence(String... tags) {
        this.tags = Pattern.compile("<(/?(?:" + String.join("|", tags) + ")\\b)", Pattern.CASE_INSENSITIVE);
    }

    /** The text, white space at its ends taken off, on lines of its own between the tags. */
    public String around(String tag, String text) {
        return "<" + tag + ">\n" + tags.matcher(text.strip()).replaceAll("< $1") + "\n</" + tag + ">";
    }
}
