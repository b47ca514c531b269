package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which words of which benchmark texts were found in one sample. */
final class Coverage {

    private final Words[] words;
    private final Map<Integer, BitSet> covered = new TreeMap<>();

    Coverage(Words[] words) {
        this.words = words;
    }

    void add(int text, int first, int size) {
        covered.computeIfAbsent(text, none -> new BitSet()).set(first, first + size);
    }

    /**
     * Goes on behind an n-gram, word by word in step, until more words differ than may. Where the very next word is the
     * same, the next n-gram goes on from there.
     */
    void goOn(int text, int position, Words sample, int at, int skips) {
        Words benchmark = words[text];
        BitSet found = covered.get(text);
        int left = skips;
        for (int step = 0; at + step < sample.count() && position + step < benchmark.count(); step++) {
            if (!benchmark.isSame(position + step, sample, at + step, 1)) {
                left--;
            } else if (step == 0) {
                return;
            } else {
                found.set(position + step);
            }
            if (left < 0) {
                return;
            }
        }
    }

    /** The items with a text of which enough was found, each once with its best share, in order. */
    List<Hit> hits(Overlap overlap, int[] items) {
        Map<Integer, Hit> best = new TreeMap<>();
        covered.forEach((text, found) -> {
            int size = words[text].count();
            if (overlap.isEnough(found.cardinality(), size)) {
                Hit.By by = size < overlap.size() ? Hit.By.WHOLE : Hit.By.NGRAMS;
                Hit hit = new Hit(items[text], by, (double) found.cardinality() / size);
                best.merge(items[text], hit, (one, other) -> other.share() > one.share() ? other : one);
            }
        });
        return new ArrayList<>(best.values());
    }
}
