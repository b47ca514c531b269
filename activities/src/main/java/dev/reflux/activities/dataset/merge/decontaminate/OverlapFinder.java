package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the benchmark items that a sample overlaps with. A benchmark text with fewer words than an n-gram has is looked for
 * whole: as all of a text and, if it has words enough, as a run within a longer one. Safe for many threads.
 */
final class OverlapFinder {

    private final Overlap overlap;
    private final int shortest;
    private final Words[] words;
    private final int[] items;
    private final List<NgramTable> tables = new ArrayList<>();

    /** @param shortest words of a text that may be looked for within a longer one */
    OverlapFinder(List<BenchmarkItem> benchmarks, Overlap overlap, int shortest) {
        this.overlap = overlap;
        this.shortest = shortest;
        List<Words> cut = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        Map<Integer, List<Integer>> bySize = new TreeMap<>();
        for (int item = 0; item < benchmarks.size(); item++) {
            for (String text : benchmarks.get(item).texts()) {
                Words next = overlap.normalisation().cut(text);
                if (next.count() > 0) {
                    bySize.computeIfAbsent(Math.min(next.count(), overlap.size()), size -> new ArrayList<>())
                            .add(cut.size());
                    cut.add(next);
                    owners.add(item);
                }
            }
        }
        words = cut.toArray(Words[]::new);
        items = owners.stream().mapToInt(Integer::intValue).toArray();
        bySize.forEach((size, members) -> tables.add(new NgramTable(size, words, members)));
    }

    /**
     * The items that a sample overlaps with enough.
     *
     * @param parts texts of one sample; no n-gram goes from one into the next, but what they cover is taken together
     */
    List<Hit> find(List<String> parts) {
        Coverage coverage = null;
        for (String part : parts) {
            Words text = overlap.normalisation().cut(part);
            for (NgramTable table : tables) {
                if (fits(table, text)) {
                    coverage = cover(text, table, coverage);
                }
            }
        }
        return coverage == null ? List.of() : coverage.hits(overlap, items);
    }

    /** Texts as long as an n-gram or longer are cut into n-grams; what a shorter text's table holds is all of that text. */
    private boolean fits(NgramTable table, Words text) {
        boolean mayLieWithin = table.size() == overlap.size() || table.size() >= shortest;
        return mayLieWithin ? text.count() >= table.size() : text.count() == table.size();
    }

    private Coverage cover(Words text, NgramTable table, Coverage before) {
        Coverage coverage = before;
        for (int first = 0; first + table.size() <= text.count(); first++) {
            for (int place = table.find(text, first); place != NgramTable.NONE; place = table.next(place)) {
                coverage = coverage == null ? new Coverage(words) : coverage;
                coverage.add(table.text(place), table.position(place), table.size());
                if (overlap.skips() > 0) {
                    coverage.goOn(
                            table.text(place),
                            table.position(place) + table.size(),
                            text,
                            first + table.size(),
                            overlap.skips());
                }
            }
        }
        return coverage;
    }
}
