package dev.reflux.activities.stage;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Answers by a script, pays for every answer, remembers what it was asked. */
public final class ScriptedDesk implements TeacherDesk {

    private final Function<TeacherCall, Answer> script;
    private final List<TeacherCall> asked;
    private int calls;

    public ScriptedDesk(Function<TeacherCall, Answer> script, List<TeacherCall> asked) {
        this.script = script;
        this.asked = asked;
    }

    @Override
    public String identity() {
        return "scripted/small-model";
    }

    @Override
    public List<Answer> askAll(List<TeacherCall> questions, IntConsumer progress) {
        List<Answer> answers = new ArrayList<>();
        for (TeacherCall question : questions) {
            asked.add(question);
            answers.add(script.apply(question));
            calls++;
            progress.accept(answers.size());
        }
        return answers;
    }

    @Override
    public Usage usage() {
        return new Usage(calls, 0, 100L * calls, 0, 10L * calls, 0.001 * calls);
    }
}
