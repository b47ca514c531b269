package dev.reflux.activities.stage.generate.documents;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a document into passages at the ends of paragraphs, or of sentences where a paragraph is longer than a passage; only a
 * sentence that is longer still is cut within.
 *
 * @param size longest passage, in characters, above 0
 * @param overlap most of a passage's end that the next one begins with, in characters, below size
 */
public record Passages(int size, int overlap) {

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\R[ \\t]*\\R\\s*");

    /** The passages, stripped, in their order; none of a blank document. */
    public List<String> of(String document) {
        List<String> passages = new ArrayList<>();
        List<String> pieces = pieces(document);
        int from = 0;
        while (from < pieces.size()) {
            int to = from;
            int length = 0;
            while (to < pieces.size() && (to == from || length + pieces.get(to).length() <= size)) {
                length += pieces.get(to++).length();
            }
            String passage = String.join("", pieces.subList(from, to)).strip();
            if (!passage.isEmpty()) {
                passages.add(passage);
            }
            from = to == pieces.size() ? to : next(pieces, from, to);
        }
        return passages;
    }

    /** Goes back over whole pieces as far as they repeat no more than may be, and leave room for a new one. */
    private int next(List<String> pieces, int from, int to) {
        int room = Math.min(overlap, size - pieces.get(to).length());
        int next = to;
        int repeated = 0;
        while (next > from + 1 && repeated + pieces.get(next - 1).length() <= room) {
            repeated += pieces.get(--next).length();
        }
        return next;
    }

    /** Paragraphs, sentences of long paragraphs, parts of long sentences: all of the document, none longer than a passage. */
    private List<String> pieces(String document) {
        List<String> pieces = new ArrayList<>();
        Matcher ends = PARAGRAPH_END.matcher(document);
        int from = 0;
        while (ends.find()) {
            addParagraph(document.substring(from, ends.end()), pieces);
            from = ends.end();
        }
        addParagraph(document.substring(from), pieces);
        return pieces;
    }

    private void addParagraph(String paragraph, List<String> pieces) {
        if (paragraph.length() <= size && overlap == 0) {
            pieces.add(paragraph);
            return;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(paragraph);
        int from = sentences.first();
        for (int to = sentences.next(); to != BreakIterator.DONE; to = sentences.next()) {
            addSentence(paragraph.substring(from, to), pieces);
            from = to;
        }
    }

    private void addSentence(String sentence, List<String> pieces) {
        int from = 0;
        while (sentence.length() - from > size) {
            int space = sentence.lastIndexOf(' ', from + size - 1);
            int to = space > from ? space + 1 : from + size;
            to -= Character.isHighSurrogate(sentence.charAt(to - 1)) ? 1 : 0;
            pieces.add(sentence.substring(from, to));
            from = to;
        }
        pieces.add(sentence.substring(from));
    }
}
