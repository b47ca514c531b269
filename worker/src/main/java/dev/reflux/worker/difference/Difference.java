package dev.reflux.worker.difference;

import dev.reflux.activities.shard.Sample;
import dev.reflux.worker.dataset.BadLines.BadLine;
import java.util.List;
import java.util.Map;

/**
 * How two datasets differ.
 *
 * @param matched samples that are in both, by id or else by text
 * @param same those of them in which nothing differs that is compared
 * @param labels samples by label, in the first and in the second dataset; the most frequent first
 * @param reasons rejected samples by reason, likewise
 * @param bad parts of files that are no samples
 */
public record Difference(
        Side first,
        Side second,
        long matched,
        long same,
        Part onlyInFirst,
        Part onlyInSecond,
        Changes changed,
        Map<String, Both> labels,
        Map<String, Both> reasons,
        List<BadLine> bad) {

    /** One of the datasets. */
    public record Side(String dataset, long samples, long rejected, long bad) {}

    /** Counts in the first and in the second dataset. */
    public record Both(long first, long second) {}

    /** Samples of one dataset alone, the first few of them as examples. */
    public record Part(long count, List<Shown> examples) {}

    /**
     * Samples that are in both and differ.
     *
     * @param kinds how many differ in {@code text}, {@code label}, {@code answers} or {@code decision}
     * @param labels how often one label became another, the most frequent first
     * @param decisions how often one decision became another
     */
    public record Changes(
            long count,
            Map<String, Long> kinds,
            Map<String, Long> labels,
            Map<String, Long> decisions,
            List<Change> examples) {}

    /** One sample before and after. */
    public record Change(List<String> kinds, Shown first, Shown second) {}

    /**
     * What is shown of a sample.
     *
     * @param decision {@code accepted}, or {@code rejected} with its reason
     * @param answers texts of its answers, each in short
     */
    public record Shown(String id, String text, String label, String decision, List<String> answers) {

        private static final int LONGEST = 2_000;
        private static final int MOST_ANSWERS = 4;

        static Shown of(Sample sample) {
            return new Shown(
                    sample.id(),
                    shortened(sample.text()),
                    sample.label(),
                    decision(sample),
                    sample.answers().stream()
                            .limit(MOST_ANSWERS)
                            .map(answer -> shortened(answer.text()))
                            .toList());
        }

        static String decision(Sample sample) {
            return sample.isAccepted() ? "accepted" : "rejected: " + sample.reason();
        }

        private static String shortened(String text) {
            int length = text.codePointCount(0, text.length());
            return length <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
        }
    }
}
