package dev.reflux.activities.stage.answer;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.reply.Thought;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Reads the answers of one shard: what is said, if it may be said in this language, without the prompt and, where wanted, once. */
final class Draws {

    /** A shorter system message may well be said by chance. */
    private static final int LEAST_LEAKED = 40;

    private final AnswerSettings settings;
    private final Map<Integer, Set<String>> said = new HashMap<>();

    Draws(AnswerSettings settings) {
        this.settings = settings;
    }

    /** @param place of the call among those of the shard, where each sample's draws stand together */
    Reading<Thought> read(TeacherDesk.Answer reply, TeacherCall call, int place) {
        return Thought.read(reply)
                .then(thought ->
                        Replies.in(settings.language(), thought.answer()).then(told -> Reading.of(thought)))
                .then(thought -> leaks(thought, call) ? Reading.none(Reasons.PROMPT_LEAKED) : Reading.of(thought))
                .then(thought -> isRepeated(thought, place) ? Reading.none(Reasons.SAME_ANSWER) : Reading.of(thought));
    }

    private static boolean leaks(Thought thought, TeacherCall call) {
        return call.system() != null
                && call.system().length() >= LEAST_LEAKED
                && thought.answer().contains(call.system());
    }

    private boolean isRepeated(Thought thought, int place) {
        return settings.distinct() > 1
                && !said.computeIfAbsent(place / settings.candidates(), sample -> new HashSet<>())
                        .add(thought.answer());
    }
}
