package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.JsonInWords;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;

/**
 * Has an evolved instruction answered, to see whether it can be. The answer is not kept: it is asked for in just the words in
 * which a stage that answers would ask, so that one with the same teacher and sampling finds it in the ledger.
 */
final class Trial {

    private Trial() {}

    static TeacherCall call(Evolved evolved, int round, EvolveSettings settings) {
        Sample parent = evolved.parent();
        Task task = parent.task();
        Prompt.Messages asked = TaskPrompt.of(task.system(), task, evolved.text());
        String system = asked.system().isEmpty() ? null : asked.system();
        return TeacherCall.of(system, asked.user(), settings.maxOutputTokens())
                .after(task.history())
                .sampled(settings.temperature(), null)
                .draw(round - 1)
                .about(parent.id());
    }

    /** True; or why the instruction cannot be answered. An answer too long to be given whole is an answer. */
    static Reading<Boolean> read(Answer answer) {
        Reading<String> words = Replies.words(answer);
        if (Reasons.CUT.equals(words.reason()) || Reasons.TOO_LONG.equals(words.reason())) {
            return Reading.of(true);
        }
        return words.then(Trial::judged);
    }

    private static Reading<Boolean> judged(String words) {
        String why = Elimination.whyNoAnswer(JsonInWords.unwrapped(words));
        return why == null ? Reading.of(true) : Reading.none(why);
    }
}
