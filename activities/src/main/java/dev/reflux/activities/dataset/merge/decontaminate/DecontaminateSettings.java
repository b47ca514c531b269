package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.config.Benchmark;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.MergeSettings;
import java.util.List;

/** Settings of {@code decontaminate}. What they leave out is as the preset has it. */
public record DecontaminateSettings(
        @Key("The benchmarks, each a path or a path with its fields.")
        List<Benchmark> benchmarks,

        @Key(value = "The published method that gives what the next five keys leave out.", otherwise = "tulu-3")
        Preset preset,

        @Key(value = "Words in an n-gram.", otherwise = Key.ABSENT, least = 2, most = 100)
        Integer size,

        @Key(value = "What two texts are compared by.", otherwise = Key.ABSENT)
        Normalisation normalisation,

        @Key(
                value =
                        "How much must be found in one sample: any n-gram, or n-grams that cover a share of one benchmark text's words.",
                otherwise = Key.ABSENT)
        Rule rule,

        @Key(value = "The share, where the rule has one.", otherwise = Key.ABSENT, least = 0, most = 1)
        Double share,

        @Key(
                value =
                        "Words that may differ after an n-gram before what goes on to be alike no longer counts as covered.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 100)
        Integer skips,

        @Key(
                value =
                        "What of a sample is compared: its text with the user's turns and the passage before it, its answers with the assistant's turns, or both.",
                otherwise = "text")
        Of of,

        @Key(
                value =
                        "Words that a benchmark text shorter than an n-gram must have to be looked for within longer texts; a shorter one is contaminated by its equals only.",
                otherwise = "5",
                least = 1,
                most = 100)
        int shortest,

        @Key(value = "Looks for paraphrases too, by sentence vectors.", otherwise = Key.ABSENT)
        EmbeddingSettings embedding)
        implements MergeSettings {

    /** How much of a benchmark text must be found in a sample. */
    public enum Rule {
        /** One n-gram. */
        ANY,
        /** The share, or more. */
        AT_LEAST,
        /** More than the share. */
        MORE_THAN
    }

    /** What of a sample is compared. */
    public enum Of {
        /** What is asked: the text, the user's turns before it, the passage. */
        TEXT,
        /** What is answered: all answers, the assistant's turns before the text. */
        ANSWER,
        /** All of these. */
        BOTH
    }

    public DecontaminateSettings {
        if (benchmarks.isEmpty()) {
            throw new InvalidSettingException(
                    "benchmarks", "must name at least one", "[]", "add a path, such as benchmarks/*.jsonl");
        }
        benchmarks = List.copyOf(benchmarks);
        if (share != null && (rule == null ? preset.overlap().rule() : rule) == Rule.ANY) {
            throw new InvalidSettingException(
                    "share",
                    "needs a rule that has one",
                    share + " under rule any",
                    "write rule: at-least, or leave the share out");
        }
    }

    /** All benchmarks by a preset, and nothing else. */
    static DecontaminateSettings of(List<Benchmark> benchmarks, Preset preset) {
        return new DecontaminateSettings(benchmarks, preset, null, null, null, null, null, Of.TEXT, 5, null);
    }

    @Override
    public int asks() {
        return isJudged() ? embedding.judge().neighbours() * embedding.judge().draws() : 0;
    }

    @Override
    public List<String> teachers() {
        return isJudged() && embedding.judge().teacher() != null
                ? List.of(embedding.judge().teacher())
                : List.of();
    }

    /** True if a teacher judges what sentence vectors find. */
    boolean isJudged() {
        return embedding != null && embedding.judge() != null;
    }

    /** The preset's rule with what these settings say otherwise. */
    Overlap overlap() {
        Overlap usual = preset.overlap();
        return new Overlap(
                size == null ? usual.size() : size,
                normalisation == null ? usual.normalisation() : normalisation,
                rule == null ? usual.rule() : rule,
                share == null ? usual.share() : share,
                skips == null ? usual.skips() : skips);
    }
}
