package dev.reflux.worker.inspection;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.shard.Sample;
import java.util.List;

/**
 * A sample's whole story.
 *
 * @param in the campaign or file it was looked for in
 * @param file where it lies now
 * @param sample as it is there, with its origin, answers and verdicts
 * @param steps what became of it, the earliest first
 * @param ancestors what it was made from, parents first
 * @param children what was made from it
 * @param calls what was paid to ask about it, and about what it was made from
 * @param shared what stages that it came through paid to ask about several samples at once, for all of their samples
 */
public record Lineage(
        String in,
        String file,
        Sample sample,
        List<Step> steps,
        List<Relative> ancestors,
        List<Relative> children,
        List<Calls> calls,
        List<BooksLine> shared) {

    /**
     * What a stage of a round paid to a model, to ask about one sample alone.
     *
     * @param generation 0 for the sample itself, 1 for its parents, and so on
     */
    public record Calls(int generation, String sample, BooksLine paid) {}

    /** What a stage made of it. */
    public enum Outcome {
        CAME_IN,
        ACCEPTED,
        REJECTED,
        IN_DATASET
    }

    /**
     * One place it was in.
     *
     * @param round 0 before the first
     * @param step stage, input, {@code merge}, {@code dataset} or {@code file}
     * @param reason why it was rejected, or null
     * @param verdicts those that it got since the step before, as {@code judge/helpfulness passed 4}
     */
    public record Step(
            int round,
            String step,
            Outcome outcome,
            String reason,
            String label,
            Double confidence,
            int answers,
            List<String> verdicts,
            String file) {}

    /**
     * A sample it was made from, or that was made from it.
     *
     * @param generation 1 for parents, 2 for grandparents; -1 for children
     * @param text null where that sample was not found
     * @param operation what was done last to make it, or null
     */
    public record Relative(int generation, String id, String text, String operation, String decision, String file) {

        static Relative unknown(int generation, String id) {
            return new Relative(generation, id, null, null, null, null);
        }

        static Relative of(int generation, Sample sample, String file) {
            List<String> operations = sample.provenance().operations();
            return new Relative(
                    generation,
                    sample.id(),
                    sample.text(),
                    operations.isEmpty() ? null : operations.get(operations.size() - 1),
                    sample.isAccepted() ? "accepted" : "rejected: " + sample.reason(),
                    file);
        }
    }
}
