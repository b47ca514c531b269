package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * The answers of a sample that are judged together: one alone, or two in this order.
 *
 * @param at the sample's place in the shard, from 0
 * @param answers their places in the sample, from 0
 */
record Showing(int at, List<Integer> answers) {

    /** All of a sample: each answer alone, or each two in both orders, which follow each other. */
    static List<Showing> of(Sample sample, int at, boolean pairwise) {
        List<Showing> showings = new ArrayList<>();
        int answers = sample.answers().size();
        for (int one = 0; one < answers; one++) {
            if (!pairwise) {
                showings.add(new Showing(at, List.of(one)));
            }
            for (int other = one + 1; pairwise && other < answers; other++) {
                showings.add(new Showing(at, List.of(one, other)));
                showings.add(new Showing(at, List.of(other, one)));
            }
        }
        return showings;
    }

    /** The fields that a reply about it holds scores in. */
    List<String> fields() {
        return answers.size() == 1 ? Scores.ALONE : Scores.PAIR;
    }
}
