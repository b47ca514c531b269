package dev.reflux.activities.stage.judge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.judging.ReasonedForm;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The JSON a judge replies in: asked for, shown and read from one description.
 *
 * <p>A score off the scale is never bent onto it: the release of UltraFeedback took 1 for 10 in 2,628 verdicts.
 *
 * @param number scores in one reply
 * @param hasRationale true if the reasons come first
 */
record ReplyForm(Kind kind, int least, int most, int number, boolean hasRationale) {

    /** What a reply holds beside its rationale. */
    enum Kind {
        /** One whole number. */
        SCORE("score"),
        /** A list of whole numbers. */
        SCORES("scores"),
        /** Which of two is better. */
        BETTER("better"),
        /** The bare number of a reward model. */
        REWARD("reward"),
        /** Probabilities of an answer's tokens. */
        LIKELIHOOD("likelihood");

        private final String field;

        Kind(String field) {
            this.field = field;
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> CHOICES = List.of("first", "second", "tie");

    static ReplyForm score(Aspect aspect, boolean hasRationale) {
        return new ReplyForm(Kind.SCORE, aspect.least(), aspect.most(), 1, hasRationale);
    }

    static ReplyForm scores(Aspect aspect, int number, boolean hasRationale) {
        return new ReplyForm(Kind.SCORES, aspect.least(), aspect.most(), number, hasRationale);
    }

    /** Two opinions: 1 for the better, 0 for the worse, a half for each of equals. */
    static ReplyForm better(boolean hasRationale) {
        return new ReplyForm(Kind.BETTER, 0, 1, 2, hasRationale);
    }

    /** Any number, and no JSON around it. */
    static ReplyForm reward() {
        return new ReplyForm(Kind.REWARD, 0, 0, 1, false);
    }

    /** How far an answer's tokens surprise on average, read from their probabilities. */
    static ReplyForm likelihood() {
        return new ReplyForm(Kind.LIKELIHOOD, 0, 0, 1, false);
    }

    String schema() {
        return form().schema();
    }

    /** As a prompt shows it. */
    String shown() {
        return form().shown();
    }

    private ReasonedForm form() {
        return new ReasonedForm(kind.field, type(), words(), hasRationale);
    }

    private ObjectNode type() {
        ObjectNode type = JSON.createObjectNode();
        switch (kind) {
            case SCORE -> describeScore(type);
            case SCORES -> {
                type.put("type", "array").put("minItems", number).put("maxItems", number);
                describeScore(type.putObject("items"));
            }
            case BETTER -> CHOICES.forEach(type.put("type", "string").putArray("enum")::add);
            case REWARD, LIKELIHOOD -> throw new IllegalStateException(kind + " is asked for no JSON");
        }
        return type;
    }

    private void describeScore(ObjectNode type) {
        type.put("type", "integer").put("minimum", least).put("maximum", most);
    }

    private String words() {
        return switch (kind) {
            case SCORE -> "a whole number from " + least + " to " + most;
            case SCORES -> "[a whole number from " + least + " to " + most + " for each, " + number + " in all]";
            case BETTER -> "\"first\", \"second\" or \"tie\"";
            case REWARD, LIKELIHOOD -> "a number";
        };
    }

    /** The opinions in a reply, as many as there should be, or why there are none. */
    Reading<List<Opinion>> read(TeacherDesk.Answer reply) {
        return switch (kind) {
            case REWARD -> Replies.words(reply).then(ReplyForm::reward);
            case LIKELIHOOD -> Likelihood.read(reply);
            default -> form().read(reply).then(said -> opinions(said.value(), said.rationale()));
        };
    }

    private Reading<List<Opinion>> opinions(JsonNode value, String why) {
        return switch (kind) {
            case SCORE -> scores(List.of(value), why);
            case SCORES -> {
                if (!value.isArray()) {
                    yield Reading.none(Reasons.WRONG_SHAPE);
                }
                List<JsonNode> scores = new ArrayList<>();
                value.forEach(scores::add);
                yield scores.size() == number ? scores(scores, why) : Reading.none(Reasons.WRONG_COUNT);
            }
            case REWARD, LIKELIHOOD -> throw new IllegalStateException(kind + " comes without JSON");
            case BETTER -> better(value.asText().strip().toLowerCase(Locale.ROOT), why);
        };
    }

    private Reading<List<Opinion>> scores(List<JsonNode> scores, String why) {
        List<Opinion> opinions = new ArrayList<>();
        for (JsonNode score : scores) {
            double value = score.isNumber() ? score.doubleValue() : Double.NaN;
            if (value != Math.rint(value) || value < least || value > most) {
                return Reading.none(Reasons.WRONG_SHAPE);
            }
            opinions.add(new Opinion(value, why));
        }
        return Reading.of(opinions);
    }

    private static Reading<List<Opinion>> reward(String words) {
        try {
            double reward = Double.parseDouble(words);
            return Double.isFinite(reward)
                    ? Reading.of(List.of(new Opinion(reward, null)))
                    : Reading.none(Reasons.WRONG_SHAPE);
        } catch (NumberFormatException noNumber) {
            return Reading.none(Reasons.WRONG_SHAPE);
        }
    }

    private static Reading<List<Opinion>> better(String choice, String why) {
        return switch (CHOICES.indexOf(choice)) {
            case 0 -> Reading.of(List.of(new Opinion(1, why), new Opinion(0, why)));
            case 1 -> Reading.of(List.of(new Opinion(0, why), new Opinion(1, why)));
            case 2 -> Reading.of(List.of(new Opinion(0.5, why), new Opinion(0.5, why)));
            default -> Reading.none(Reasons.WRONG_SHAPE);
        };
    }
}
