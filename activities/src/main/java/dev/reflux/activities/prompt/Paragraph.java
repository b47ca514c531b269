package dev.reflux.activities.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph of a template, taken apart once: its texts, and the placeholders between them.
 *
 * @param texts one more than there are names: what stands before the first placeholder, between two, after the last
 * @param names of the placeholders, in their order
 */
record Paragraph(List<String> texts, List<String> names) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([A-Za-z][A-Za-z0-9]*)}}");
    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\\n{2,}");

    /** The paragraphs of one part of a template. */
    static List<Paragraph> of(String part) {
        return BETWEEN_PARAGRAPHS
                .splitAsStream(part.strip())
                .map(Paragraph::takenApart)
                .toList();
    }

    private static Paragraph takenApart(String paragraph) {
        List<String> texts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Matcher placeholder = PLACEHOLDER.matcher(paragraph);
        int from = 0;
        while (placeholder.find()) {
            texts.add(paragraph.substring(from, placeholder.start()));
            names.add(placeholder.group(1));
            from = placeholder.end();
        }
        texts.add(paragraph.substring(from));
        return new Paragraph(texts, names);
    }

    /** False where a placeholder is given an empty value. */
    boolean isWantedWith(Map<String, String> values) {
        return names.stream().noneMatch(name -> values.get(name).isEmpty());
    }

    void fill(StringBuilder filled, Map<String, String> values) {
        for (int place = 0; place < names.size(); place++) {
            filled.append(texts.get(place)).append(values.get(names.get(place)));
        }
        filled.append(texts.get(names.size()));
    }
}
