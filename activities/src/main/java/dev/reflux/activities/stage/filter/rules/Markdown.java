package dev.reflux.activities.stage.filter.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Code fences, links and tables of Markdown (CommonMark, and GitHub's tables), and what is broken of them. */
final class Markdown {

    private static final Pattern FENCE = Pattern.compile("^[ \\t>]*(`{3,}+|~{3,}+)([^\\r\\n]*)$", Pattern.MULTILINE);
    private static final Pattern INLINE_CODE = Pattern.compile("(`{1,2})(?!`)[^`\\n]{1,500}+\\1");
    private static final Pattern UNCLOSED_LINK = Pattern.compile("\\]\\(https?://[^()\\s]*+$", Pattern.MULTILINE);
    private static final Pattern DELIMITERS = Pattern.compile("\\|?(?:\\s*+:?-+:?\\s*+\\|)+(?:\\s*+:?-+:?\\s*+)?");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private Markdown() {}

    /** A text's prose, and whether a fence is still open at its end. */
    private record Split(String prose, boolean isOpen) {}

    static double unclosedFences(MeasuredText text) {
        return split(text.text()).isOpen() ? 1 : 0;
    }

    /** Without fenced and inline code. */
    static String prose(String text) {
        return INLINE_CODE.matcher(split(text).prose()).replaceAll(" ");
    }

    private static Split split(String text) {
        StringBuilder prose = new StringBuilder();
        Matcher fence = FENCE.matcher(text);
        String open = null;
        int after = 0;
        while (fence.find()) {
            String marks = fence.group(1);
            boolean isInline = marks.startsWith("`") && fence.group(2).indexOf('`') >= 0;
            if (open == null && !isInline) {
                prose.append(text, after, fence.start());
                open = marks;
            } else if (open != null && marks.startsWith(open) && fence.group(2).isBlank()) {
                open = null;
                after = fence.end();
            }
        }
        if (open == null) {
            prose.append(text, after, text.length());
        }
        return new Split(prose.toString(), open != null);
    }

    /** Links whose address never ends, and tables whose delimiter row has another number of cells than their head. */
    static double broken(MeasuredText text) {
        return UNCLOSED_LINK.matcher(text.prose()).results().count() + brokenTables(text.prose());
    }

    private static int brokenTables(String prose) {
        int broken = 0;
        String before = "";
        for (String line : prose.split("\\R")) {
            String row = line.strip();
            if (before.contains("|") && DELIMITERS.matcher(row).matches() && cells(before) != cells(row)) {
                broken++;
            }
            before = row;
        }
        return broken;
    }

    private static long cells(String row) {
        String inside = row.startsWith("|") ? row.substring(1) : row;
        long ends = CELL_END.matcher(inside).results().count();
        return inside.endsWith("|") && !inside.endsWith("\\|") ? ends : ends + 1;
    }
}
