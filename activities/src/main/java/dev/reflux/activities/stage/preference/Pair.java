package dev.reflux.activities.stage.preference;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import java.util.List;
import java.util.Locale;

/** Two answers, the better one first. */
record Pair(Rated chosen, Rated rejected) {

    /** Means of the same ratings may differ by so much in the last digits. */
    private static final double ROUNDING = 1e-9;

    double difference() {
        return chosen.value() - rejected.value();
    }

    /** True if the first is better, by the margin at least. */
    boolean isClear(double margin) {
        return difference() > ROUNDING && difference() >= margin - ROUNDING;
    }

    /** True if both say the same but for case and white space. */
    boolean isIdentical() {
        return normalised(chosen).equals(normalised(rejected));
    }

    private static String normalised(Rated rated) {
        return rated.answer().text().strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }

    List<Answer> marked() {
        return List.of(chosen.answer().marked(Mark.CHOSEN), rejected.answer().marked(Mark.REJECTED));
    }
}
