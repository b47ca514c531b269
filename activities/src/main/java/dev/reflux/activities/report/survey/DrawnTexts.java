package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import java.util.List;
import java.util.TreeMap;

/** Texts of samples drawn by lot: those of the least hashes of their ids, so that the same samples give the same texts. */
public final class DrawnTexts {

    private final int most;
    private final TreeMap<String, String> drawn = new TreeMap<>();

    /** @param most texts that are kept */
    public DrawnTexts(int most) {
        this.most = most;
    }

    public void offer(Sample sample) {
        drawn.put(SampleId.of("diversity", sample.id()), sample.text());
        if (drawn.size() > most) {
            drawn.pollLastEntry();
        }
    }

    /** In the order of the draw. */
    public List<String> texts() {
        return List.copyOf(drawn.values());
    }
}
