package dev.reflux.activities.dataset.merge.decontaminate;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.dataset.merge.MergeTeachers;
import dev.reflux.activities.prompt.Fence;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.List;
import java.util.Map;

/**
 * Asks a teacher whether a sample is a benchmark item in other words, pair by pair, after Yang et al. 2023, Rethinking
 * Benchmark and Contamination (arXiv 2311.04850). A reply that says neither yes nor no is no verdict, and never taken for
 * a no.
 */
final class NeighbourJudge {

    private static final Prompt PROMPT = Prompt.load(NeighbourJudge.class, "neighbour.txt", "benchmark", "sample");
    private static final Fence FENCE = new Fence("benchmark", "sample");
    private static final String SAME = "sameProblem";
    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"why\":{\"type\":\"string\"},\""
            + SAME + "\":{\"type\":\"boolean\"}},\"required\":[\"why\",\"" + SAME
            + "\"],\"additionalProperties\":false}";

    /** Characters of the prompt's fingerprint that tell it from others. */
    private static final int SHOWN = 12;

    private final NeighbourJudgeSettings settings;
    private final MergeTeachers teachers;
    private int settled;

    /** A sample, by its id, and an item that is near it. */
    record Pair(String sample, Neighbour neighbour) {}

    /** What the judge says of a pair. */
    enum Verdict {
        /** The same problem in other words. */
        CONFIRMED,
        /** Another problem. */
        CLEARED,
        /** Nothing that could be read, or that it does not answer. */
        UNDECIDED
    }

    NeighbourJudge(NeighbourJudgeSettings settings, MergeTeachers teachers) {
        this.settings = settings;
        this.teachers = teachers;
    }

    int most() {
        return settings.neighbours();
    }

    /** Who judges, how much, and by which prompt, in words. */
    static String described(NeighbourJudgeSettings settings) {
        return "up to " + settings.neighbours() + " judged by "
                + (settings.teacher() == null ? "the main teacher" : "teacher " + settings.teacher()) + ", prompt "
                + PROMPT.fingerprint().sha256().substring(0, SHOWN);
    }

    /**
     * Verdicts in the order of the pairs. Asked twice about a pair it says the same, from the ledger.
     *
     * @throws dev.reflux.activities.teacher.TeacherBusyException and whatever else a desk may throw
     */
    List<Verdict> judge(List<Pair> pairs) {
        List<TeacherCall> calls = pairs.stream().map(this::call).toList();
        int before = settled;
        settled += pairs.size();
        return new Questions(desk(), settings.draws(), done -> teachers.progress(before + done, settled))
                .ask(calls, NeighbourJudge::read).stream()
                        .map(reading -> reading.isUsable() ? reading.value() : Verdict.UNDECIDED)
                        .toList();
    }

    TeacherCall call(Pair pair) {
        Neighbour near = pair.neighbour();
        Prompt.Messages messages = PROMPT.render(Map.of(
                "benchmark", FENCE.around("benchmark", near.text()), "sample", FENCE.around("sample", near.part())));
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(SCHEMA)
                .sampled(settings.temperature(), null)
                .about(pair.sample());
    }

    private TeacherDesk desk() {
        return teachers.teacher(settings.teacher());
    }

    private static Reading<Verdict> read(TeacherDesk.Answer answer) {
        return Replies.json(answer).then(object -> {
            JsonNode same = object.path(SAME);
            return same.isBoolean()
                    ? Reading.of(same.booleanValue() ? Verdict.CONFIRMED : Verdict.CLEARED)
                    : Reading.none(Reasons.WRONG_SHAPE);
        });
    }
}
