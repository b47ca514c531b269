package dev.reflux.activities.teacher.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.teacher.Script.Question;
import dev.reflux.activities.teacher.ScriptedAnswer;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * A scripted teacher's answers that fit any question by its schema, as a rehearsal's do; asked again, it answers otherwise.
 * Safe for many threads.
 */
public final class FittedAnswers implements Function<Question, ScriptedAnswer> {

    private final AtomicLong asked = new AtomicLong();
    private final int tokens;

    /** @param tokens about how long an answer in words is */
    public FittedAnswers(int tokens) {
        this.tokens = tokens;
    }

    @Override
    public ScriptedAnswer apply(Question question) {
        MadeUpWords words = new MadeUpWords(new SplittableRandom(asked.incrementAndGet()));
        JsonNode schema = question.schema();
        String text = schema.isObject() ? new SchemaFit(schema, words).value().toString() : words.sentences(tokens);
        return ScriptedAnswer.of(text);
    }
}
