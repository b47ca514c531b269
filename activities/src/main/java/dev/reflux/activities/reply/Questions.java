package dev.reflux.activities.reply;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntConsumer;

/** Asks many questions at once, and those again whose answers another draw may better. */
public final class Questions {

    /**
     * Draws of one question that differ on purpose, 64 candidates in each of 100 rounds at most, stay below it; those that
     * replace a bad answer lie above.
     */
    private static final int REDRAW_STRIDE = 10_000;

    /** A redraw at temperature 0 would say the same again. */
    private static final double LEAST_REDRAW_TEMPERATURE = 0.5;

    private final TeacherDesk desk;
    private final int draws;
    private final IntConsumer progress;

    /**
     * @param draws how often a question is asked at most, its first time included
     * @param progress told how many questions are settled so far; may throw to stop
     */
    public Questions(TeacherDesk desk, int draws, IntConsumer progress) {
        this.desk = desk;
        this.draws = draws;
        this.progress = progress;
    }

    /**
     * What was read from the answers, in the order of the calls; asked twice, it reads the same, from the ledger.
     *
     * @param reader reads an answer, or says why it cannot
     */
    public <T> List<Reading<T>> ask(List<TeacherCall> calls, Function<Answer, Reading<T>> reader) {
        return askEach(calls, (answer, call) -> reader.apply(answer));
    }

    /**
     * As {@link #ask}, where each call has an answer of its own form.
     *
     * @param reader reads the answer to the call at this place among the calls, from 0, or says why it cannot
     */
    public <T> List<Reading<T>> askEach(List<TeacherCall> calls, BiFunction<Answer, Integer, Reading<T>> reader) {
        List<Reading<T>> readings = new ArrayList<>();
        for (Answer answer : desk.askAll(calls, done -> progress.accept(0))) {
            readings.add(reader.apply(answer, readings.size()));
        }
        for (int draw = 1; draw < draws; draw++) {
            List<Integer> open = open(readings);
            if (open.isEmpty()) {
                break;
            }
            List<TeacherCall> again = new ArrayList<>();
            for (int index : open) {
                again.add(redraw(calls.get(index), draw));
            }
            int settled = calls.size() - open.size();
            List<Answer> answers = desk.askAll(again, done -> progress.accept(settled));
            for (int i = 0; i < open.size(); i++) {
                readings.set(open.get(i), reader.apply(answers.get(i), open.get(i)));
            }
        }
        progress.accept(calls.size());
        return readings;
    }

    private static <T> List<Integer> open(List<Reading<T>> readings) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < readings.size(); i++) {
            Reading<T> reading = readings.get(i);
            if (!reading.isUsable() && Reasons.isWorthAnotherDraw(reading.reason())) {
                open.add(i);
            }
        }
        return open;
    }

    private static TeacherCall redraw(TeacherCall call, int draw) {
        return call.sampled(Math.max(call.temperature(), LEAST_REDRAW_TEMPERATURE), call.topP())
                .draw(call.sampleIndex() + draw * REDRAW_STRIDE);
    }
}
