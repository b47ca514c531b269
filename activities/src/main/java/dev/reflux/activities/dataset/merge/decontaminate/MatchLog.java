package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Judged;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.Matched;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gathers which samples matched which items. Its memory grows with the items that are matched, not with the samples. */
final class MatchLog {

    private static final double SHARE_PLACES = 1e4;

    private final List<BenchmarkItem> benchmarks;
    private final Map<Integer, Entry> entries = new TreeMap<>();
    private final Map<String, Long> samplesByFile = new TreeMap<>();
    private final Map<String, Judged> judgedByFile = new TreeMap<>();
    private long samples;

    private static final class Entry {
        private long samples;
        private Hit best;
        private final List<String> ids = new ArrayList<>();
    }

    MatchLog(List<BenchmarkItem> benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** Takes a sample with all items it matched, in their order. */
    void add(String id, List<Hit> hits) {
        samples++;
        String before = null;
        for (Hit hit : hits) {
            Entry entry = entries.computeIfAbsent(hit.item(), none -> new Entry());
            entry.samples++;
            entry.best = entry.best == null || hit.share() > entry.best.share() ? hit : entry.best;
            if (entry.ids.size() < Decontamination.MOST_IDS) {
                entry.ids.add(id);
            }
            String file = benchmarks.get(hit.item()).file();
            if (!file.equals(before)) {
                samplesByFile.merge(file, 1L, Long::sum);
            }
            before = file;
        }
    }

    /** Takes what a judge said of an item and a sample. */
    void judged(int item, NeighbourJudge.Verdict verdict) {
        judgedByFile.merge(benchmarks.get(item).file(), Judged.NONE.and(verdict), (before, one) -> before.and(verdict));
    }

    Decontamination summed(DecontaminateSettings settings, long compared) {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        benchmarks.forEach(item -> sizes.merge(item.file(), 1, Integer::sum));
        Map<String, List<Matched>> matches = new TreeMap<>();
        entries.forEach(
                (item, entry) -> matches.computeIfAbsent(benchmarks.get(item).file(), none -> new ArrayList<>())
                        .add(matched(benchmarks.get(item).line(), entry)));
        List<OfBenchmark> found = new ArrayList<>();
        sizes.forEach((file, items) -> {
            List<Matched> ofFile = matches.getOrDefault(file, List.of());
            Judged judged = settings.isJudged() ? judgedByFile.getOrDefault(file, Judged.NONE) : null;
            found.add(
                    new OfBenchmark(file, items, ofFile.size(), samplesByFile.getOrDefault(file, 0L), ofFile, judged));
        });
        return new Decontamination(rule(settings), compared, samples, found);
    }

    private static Matched matched(long line, Entry entry) {
        double share = Math.rint(entry.best.share() * SHARE_PLACES) / SHARE_PLACES;
        return new Matched(line, entry.samples, kebab(entry.best.by()), share, entry.ids);
    }

    /** The rule in words, such as {@code 8-gram words, more-than 0.5}. */
    private static String rule(DecontaminateSettings settings) {
        Overlap overlap = settings.overlap();
        String rule = overlap.size() + "-gram " + kebab(overlap.normalisation()) + ", " + kebab(overlap.rule());
        rule += overlap.rule() == DecontaminateSettings.Rule.ANY ? "" : " " + overlap.share();
        rule += overlap.skips() == 0 ? "" : ", skips " + overlap.skips();
        rule += settings.embedding() == null
                ? ""
                : "; embedding " + settings.embedding().threshold();
        return settings.isJudged()
                ? rule + ", " + NeighbourJudge.described(settings.embedding().judge())
                : rule;
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
