package dev.reflux.activities.stage.answer;

import dev.reflux.activities.reply.Replies;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.StageSettings;
import java.util.List;

/** Settings of the stage {@code answer}. */
public record AnswerSettings(
        @Key(value = "Who answers, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(value = "Answers drawn for each sample in each round.", otherwise = "1", least = 1, most = 64)
        int candidates,

        @Key(value = "Sampling temperature.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(
                value = "Share of the probability mass that is sampled from; the server's own where absent.",
                otherwise = Key.ABSENT,
                least = 0.01,
                most = 1)
        Double topP,

        @Key(
                value = "System message the answers are given under; the sample's own where absent.",
                otherwise = Key.ABSENT)
        String system,

        @Key(value = "Longest answer, in tokens, thoughts included.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "How often one answer is asked for at most, where another draw may be better.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws,

        @Key(value = "Keep an answer as often as it was drawn, so that each draw has a vote.", otherwise = "false")
        boolean repeats,

        @Key(value = "Language the answers must be in, as ISO 639-1 code; any where absent.", otherwise = Key.ABSENT)
        String language,

        @Key(
                value =
                        "Answers unlike each other that must come of a sample's draws; repetitions are then drawn again.",
                otherwise = "1",
                least = 1,
                most = 64)
        int distinct)
        implements StageSettings {

    /** With each answer kept once, in any language. */
    public AnswerSettings(
            String teacher,
            int candidates,
            double temperature,
            Double topP,
            String system,
            int maxOutputTokens,
            int draws) {
        this(teacher, candidates, temperature, topP, system, maxOutputTokens, draws, false, null, 1);
    }

    public AnswerSettings {
        Replies.requireKnown(language);
        distinct = Math.max(1, distinct);
        if (distinct > candidates || distinct > 1 && repeats) {
            throw new InvalidSettingException(
                    "distinct",
                    repeats ? "must be left out where repeats count" : "must be at most candidates, " + candidates,
                    String.valueOf(distinct),
                    repeats ? "remove one of the two" : "lower it, or raise candidates");
        }
        if (candidates > 1 && temperature == 0) {
            throw new InvalidSettingException(
                    "temperature",
                    "must be above 0 where there are several candidates, or all say the same",
                    "0",
                    "write, say, 0.7, or candidates: 1");
        }
    }

    @Override
    public boolean asksInWords() {
        return true;
    }

    @Override
    public List<String> teachers() {
        return teacher == null ? List.of() : List.of(teacher);
    }
}
