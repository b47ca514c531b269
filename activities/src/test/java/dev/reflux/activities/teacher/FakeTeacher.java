package dev.reflux.activities.teacher;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A teacher in this process that answers by a function and counts. */
public final class FakeTeacher implements Teacher {

    private final Function<TeacherCall, TeacherReply> answers;
    private final AtomicInteger asked = new AtomicInteger();

    public FakeTeacher(Function<TeacherCall, TeacherReply> answers) {
        this.answers = answers;
    }

    /** A reply of 10 tokens in and 5 out. */
    public static TeacherReply reply(String text) {
        return new TeacherReply(text, TeacherReply.Finish.STOP, 10, 0, 5, List.of());
    }

    public int asked() {
        return asked.get();
    }

    @Override
    public String identity() {
        return "fake";
    }

    @Override
    public String model() {
        return "fake-1";
    }

    @Override
    public TeacherReply ask(TeacherCall call) {
        asked.incrementAndGet();
        return answers.apply(call);
    }
}
