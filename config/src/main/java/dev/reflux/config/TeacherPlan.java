package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Locale;

/** The model that labels, where it is reached, what it may be asked at once and what it costs. */
public record TeacherPlan(
        @Key("Who serves it.") Provider provider,

        @Key(value = "Name of the model, as the provider knows it.", otherwise = Key.ABSENT)
        String model,

        @Key(value = "Base URL; the provider's own where absent.", otherwise = Key.ABSENT)
        String baseUrl,

        @Key(value = "Key, as ${NAME} from the environment.", otherwise = Key.ABSENT, secret = true)
        String apiKey,

        @Key(value = "Sampling temperature.", otherwise = "0", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest answer, in tokens.", otherwise = "256", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(value = "File of recorded answers, for provider replay.", otherwise = Key.ABSENT)
        String answers,

        @Key(
                value = "JSON pointer to the number in the answer of provider reward; /score where absent.",
                otherwise = Key.ABSENT)
        String scoreAt,

        @Key(value = "What it may be asked at once.", otherwise = "{}")
        Limits limits,

        @Key(value = "What it costs, in US dollars.", otherwise = "{}")
        Price price) {

    public TeacherPlan {
        if ((provider == Provider.REPLAY) != (answers != null)) {
            throw new InvalidSettingException(
                    "answers",
                    "must be given for provider replay, and for no other",
                    answers == null ? "nothing" : answers,
                    answers == null ? "add answers: FILE.jsonl" : "remove it");
        }
        if (provider == Provider.REWARD && baseUrl == null) {
            throw new InvalidSettingException(
                    "baseUrl",
                    "must be given for provider reward",
                    "nothing",
                    "add the URL that answers are posted to");
        }
        if (scoreAt != null && (provider != Provider.REWARD || !scoreAt.startsWith("/"))) {
            throw new InvalidSettingException(
                    "scoreAt",
                    "must be a JSON pointer, for provider reward alone",
                    '"' + scoreAt + '"',
                    provider == Provider.REWARD ? "write, say, /data/0/score" : "remove it");
        }
        if (provider.isRemote() && model == null) {
            throw new InvalidSettingException(
                    "model",
                    "must be given for provider " + provider.name().toLowerCase(Locale.ROOT),
                    "nothing",
                    "add model: NAME");
        }
        if (provider == Provider.EMBEDDED
                && model != null
                && !EmbeddedModel.names().contains(model)) {
            throw new InvalidSettingException(
                    "model",
                    "must be one of " + String.join(", ", EmbeddedModel.names()) + " for provider embedded",
                    '"' + model + '"',
                    "write one of these, or leave it out for " + EmbeddedModel.ALL_MINILM_L6_V2.modelName());
        }
    }

    /** This teacher, its part played by one that makes its answers up; what it costs and may be asked stays on record. */
    public TeacherPlan rehearsed() {
        return new TeacherPlan(
                Provider.REHEARSAL, model, baseUrl, null, temperature, maxOutputTokens, null, limits, price);
    }

    /** One that gives no rewards. */
    public TeacherPlan(
            Provider provider,
            String model,
            String baseUrl,
            String apiKey,
            double temperature,
            int maxOutputTokens,
            String answers,
            Limits limits,
            Price price) {
        this(provider, model, baseUrl, apiKey, temperature, maxOutputTokens, answers, null, limits, price);
    }

    /** Where the number stands in the answer of a reward model. */
    public String scorePointer() {
        return scoreAt == null ? "/score" : scoreAt;
    }

    /** True if it can be given raw text to go on with: a server of one's own, or one that makes its answers up. */
    @JsonIgnore
    public boolean takesRawText() {
        return provider == Provider.REHEARSAL || provider == Provider.OPENAI && baseUrl != null;
    }

    /** True if it is reached without a network and costs nothing. */
    @JsonIgnore
    public boolean isInProcess() {
        return !provider.isRemote();
    }
}
