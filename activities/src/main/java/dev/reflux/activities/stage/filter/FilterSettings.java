package dev.reflux.activities.stage.filter;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.stage.filter.rules.Bounds;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.activities.stage.filter.safety.SafetySettings;
import dev.reflux.activities.stage.filter.tokens.Tokenizers;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TextList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings of the stage {@code filter}. */
public record FilterSettings(
        @Key(value = "Rules to begin with.", otherwise = "post-training")
        Preset preset,

        @Key(value = "What is measured.", otherwise = "both")
        Of of,

        @Key(value = "Rules with other bounds than the preset's, or that it does not have.", otherwise = "[]")
        List<RuleSettings> rules,

        @Key(value = "Rules of the preset that do not hold.", otherwise = "[]")
        List<Rule> off,

        @Key(
                value =
                        "Languages that pass, by their ISO 639-1 codes; any where absent. One that is not certain passes.",
                otherwise = "[]")
        List<String> languages,

        @Key(value = "What becomes of personal data; by the preset where absent.", otherwise = Key.ABSENT)
        PersonalSettings personal,

        @Key(value = "Files of words and phrases that must not occur.", otherwise = "[]")
        List<WordListSettings> wordLists,

        @Key(
                value =
                        "What counts tokens: o200k-base, cl100k-base, p50k-base, r50k-base, or the path of a tokenizer.json.",
                otherwise = "o200k-base")
        String tokenizer,

        @Key(
                value = "Has a teacher judge whether what passes is safe; nobody is asked where absent.",
                otherwise = Key.ABSENT)
        SafetySettings safety)
        implements StageSettings {

    /** What of a sample is measured. */
    public enum Of {
        /** The text to be labelled or answered. */
        TEXT,
        /** Its answers, each for itself. */
        ANSWERS,
        /** The text, and then its answers if there are any. */
        BOTH
    }

    public FilterSettings {
        rules = List.copyOf(rules);
        off = List.copyOf(off);
        languages = List.copyOf(languages);
        wordLists = List.copyOf(wordLists);
        languages.forEach(FilterSettings::requireKnown);
        Set<Rule> named = EnumSet.noneOf(Rule.class);
        for (RuleSettings rule : rules) {
            if (!named.add(rule.rule()) || off.contains(rule.rule())) {
                throw new InvalidSettingException(
                        "rules",
                        "must name each rule once, and none that is off",
                        rule.rule().word(),
                        "remove one");
            }
        }
        bounds(preset, rules, off);
        Tokenizers.requireKnown(tokenizer);
    }

    /** Rules alone: nobody is asked. */
    FilterSettings(
            Preset preset,
            Of of,
            List<RuleSettings> rules,
            List<Rule> off,
            List<String> languages,
            PersonalSettings personal,
            List<WordListSettings> wordLists,
            String tokenizer) {
        this(preset, of, rules, off, languages, personal, wordLists, tokenizer, null);
    }

    private static void requireKnown(String language) {
        if (!TextLanguage.isKnown(language)) {
            throw new InvalidSettingException(
                    "languages", "must be languages that can be told", language, "write ISO 639-1 codes such as en");
        }
    }

    /** The rules that hold, in their order. */
    Map<Rule, Bounds> bounds() {
        return bounds(preset, rules, off);
    }

    private static Map<Rule, Bounds> bounds(Preset preset, List<RuleSettings> rules, List<Rule> off) {
        Map<Rule, Bounds> bounds = preset.bounds();
        rules.forEach(rule -> bounds.put(rule.rule(), rule.over(bounds.get(rule.rule()))));
        off.forEach(bounds::remove);
        return bounds;
    }

    boolean countsTokens() {
        return bounds().containsKey(Rule.TOKENS);
    }

    /** What becomes of personal data. */
    PersonalSettings treatment() {
        if (personal != null) {
            return personal;
        }
        return switch (preset) {
            case POST_TRAINING -> PersonalSettings.MASKED;
            case FINEWEB -> PersonalSettings.ADDRESSES_MASKED;
            case GOPHER, C4, NONE -> PersonalSettings.NONE;
        };
    }

    @Override
    public boolean asksInWords() {
        return safety != null;
    }

    @Override
    public List<String> teachers() {
        return safety == null || safety.teacher() == null ? List.of() : List.of(safety.teacher());
    }

    @Override
    public List<TextList> lists() {
        return wordLists.stream().map(WordListSettings::list).toList();
    }

    /** A tokenizer's file is read once a round. */
    @Override
    public Preparation preparation() {
        return countsTokens() && Tokenizers.isFile(tokenizer) ? Preparation.AT_ROUND_START : Preparation.NONE;
    }
}
