package dev.reflux.activities.teacher.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.langchain4j.model.openai.OpenAiTokenCountEstimator;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.TeacherReply.Finish;
import dev.reflux.activities.teacher.TeacherReply.Token;
import dev.reflux.config.TeacherPlan;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Makes answers up: JSON that fits the call's schema, or words where it has none. The same call always gets the same
 * answer, another draw another one. Tokens are those that OpenAI's cl100k encoding counts; costs nothing.
 */
public final class RehearsalTeacher implements Teacher {

    /** What roles and separators take beside a message's own tokens, in OpenAI's chat format. */
    private static final int TOKENS_PER_MESSAGE = 4;

    /** A rehearsed answer in words is a quarter as long as it may be, and no longer than this. */
    private static final int LONGEST_TOKENS = 300;

    private static final int CONTINUED_WORDS = 14;

    /** How sure a rehearsed answer is of itself where that is asked: the logarithm of its probability. */
    private static final double LOGPROB = -0.2;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final OpenAiTokenCountEstimator TOKENS = new OpenAiTokenCountEstimator("gpt-4");

    private final TeacherPlan plan;

    /** @param plan of the teacher whose part is played, or of one that only rehearses */
    public RehearsalTeacher(TeacherPlan plan) {
        this.plan = plan;
    }

    @Override
    public String identity() {
        return "rehearsal:" + model() + ":" + plan.baseUrl();
    }

    @Override
    public String model() {
        return plan.model() == null ? "rehearsal" : plan.model();
    }

    @Override
    public TeacherReply ask(TeacherCall call) {
        if (call.continuation() != null && call.continuation().scoredFrom() != null) {
            return new TeacherReply("", Finish.LENGTH, inputTokens(call), 0, 1, MadeUpLikelihoods.of(call));
        }
        MadeUpWords words = new MadeUpWords(new SplittableRandom(seed(call)));
        String text = text(call, words);
        List<Token> tokens = call.logprobs() ? List.of(new Token(text, LOGPROB, List.of())) : List.of();
        return new TeacherReply(text, Finish.STOP, inputTokens(call), 0, tokens(text), tokens);
    }

    /** What goes on with a user's turn is a sentence of that user. */
    private static String text(TeacherCall call, MadeUpWords words) {
        if (call.continuation() != null) {
            return words.words(CONTINUED_WORDS) + ".";
        }
        return call.schema() == null ? inWords(call, words) : fitting(call, words);
    }

    private static String inWords(TeacherCall call, MadeUpWords words) {
        int tokens = Math.max(1, Math.min(LONGEST_TOKENS, call.maxOutputTokens() / 4));
        return words.sentences(tokens) + " The answer is " + words.smallNumber() + ".";
    }

    private static String fitting(TeacherCall call, MadeUpWords words) {
        try {
            return JSON.writeValueAsString(
                    new SchemaFit(JSON.readTree(call.schema()), words, ShownPassage.in(call.user())).value());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A call's schema must be JSON, got " + call.schema(), e);
        }
    }

    private static long seed(TeacherCall call) {
        long seed = call.sampleIndex();
        for (String part : new String[] {call.system(), call.user(), call.schema()}) {
            seed = seed * 31 + (part == null ? 0 : part.hashCode());
        }
        for (Message turn : call.history()) {
            seed = seed * 31 + turn.content().hashCode();
        }
        return seed;
    }

    private static long inputTokens(TeacherCall call) {
        long sum = tokens(call.system()) + tokens(call.user()) + tokens(call.schema());
        for (Message turn : call.history()) {
            sum += tokens(turn.content());
        }
        return sum;
    }

    private static long tokens(String text) {
        return text == null ? 0 : TOKENS_PER_MESSAGE + TOKENS.estimateTokenCountInText(text);
    }
}
