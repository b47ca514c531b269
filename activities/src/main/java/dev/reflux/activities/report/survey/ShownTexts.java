package dev.reflux.activities.report.survey;

import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Beginnings of the texts of a few samples that a round's merge saw, whether it kept them or not. */
public final class ShownTexts {
    private static final int LONGEST = 160;

    private final Set<String> sought;
    private final Map<String, String> texts = new TreeMap<>();

    private ShownTexts(Collection<String> ids) {
        this.sought = new HashSet<>(ids);
    }

    /** Reads the round's dataset and what its merge rejected, unless nothing is sought. */
    public static ShownTexts of(CampaignFolder folder, int round, Collection<String> ids) {
        ShownTexts found = new ShownTexts(ids);
        if (!found.sought.isEmpty()) {
            folder.dataset(round).forEach(found::see);
            folder.rejected(round, 0, RoundMerge.NAME).forEach(found::see);
        }
        return found;
    }

    /** In one line; a dash where there is no such sample. */
    public String of(String id) {
        return texts.getOrDefault(id, "–");
    }

    private void see(Sample sample) {
        if (sought.contains(sample.id())) {
            texts.putIfAbsent(sample.id(), Excerpt.of(said(sample).strip().replaceAll("\\s+", " "), LONGEST));
        }
    }

    private static String said(Sample sample) {
        return sample.text().isEmpty() && !sample.answers().isEmpty()
                ? sample.answers().get(0).text()
                : sample.text();
    }
}
