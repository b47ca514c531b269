package dev.reflux.activities.dataset.merge.resolve;

import dev.reflux.activities.dataset.merge.PromptKey;
import dev.reflux.activities.dataset.merge.SampleScore;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is remembered of each sample: which prompt it speaks to, what it says, and with what certainty. A hundred bytes. */
final class Voices {

    private static final double UNSCORED = Double.NaN;

    private final String by;
    private final List<String> ids = new ArrayList<>();
    private long[] prompts = new long[1024];
    private long[] said = new long[1024];
    private double[] scores = new double[1024];
    private double[] weights = new double[1024];
    private boolean[] silent = new boolean[1024];

    /** @param by name of the verdict whose score is meant; null for the confidence */
    Voices(String by) {
        this.by = by;
    }

    /** True if the sample says anything: a pair has been settled already, and what has no answer says nothing. */
    static boolean speaks(Sample sample) {
        boolean paired = sample.answers().stream().anyMatch(answer -> answer.mark() != null);
        return !paired && (sample.label() != null || !sample.answers().isEmpty());
    }

    /** The answer that it gives, or its label in the form of one. */
    static Answer answer(Sample sample) {
        return sample.answers().isEmpty()
                ? Answer.of(
                        sample.label(),
                        null,
                        sample.provenance().teacher(),
                        sample.provenance().prompt())
                : sample.answers().get(0);
    }

    void add(Sample sample) {
        int place = ids.size();
        if (place == prompts.length) {
            prompts = Arrays.copyOf(prompts, 2 * place);
            said = Arrays.copyOf(said, 2 * place);
            scores = Arrays.copyOf(scores, 2 * place);
            weights = Arrays.copyOf(weights, 2 * place);
            silent = Arrays.copyOf(silent, 2 * place);
        }
        ids.add(sample.id());
        silent[place] = !speaks(sample);
        if (silent[place]) {
            return;
        }
        Double score = SampleScore.of(sample, by);
        boolean labelled = sample.label() != null;
        prompts[place] = PromptKey.of(sample);
        said[place] = labelled
                ? TextKey.of("label " + sample.label())
                : TextKey.of(
                        "answer " + TextKey.normalised(sample.answers().get(0).text()));
        scores[place] = score == null ? UNSCORED : score;
        weights[place] = labelled && sample.confidence() != null ? sample.confidence() : 1;
    }

    int count() {
        return ids.size();
    }

    String id(int place) {
        return ids.get(place);
    }

    long[] prompts() {
        return Arrays.copyOf(prompts, count());
    }

    boolean isSilent(int place) {
        return silent[place];
    }

    /** What it says, as a key. */
    long said(int place) {
        return said[place];
    }

    boolean isScored(int place) {
        return !Double.isNaN(scores[place]);
    }

    double score(int place) {
        return scores[place];
    }

    /** What its vote weighs. */
    double weight(int place) {
        return weights[place];
    }
}
