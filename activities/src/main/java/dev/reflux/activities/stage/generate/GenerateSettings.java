package dev.reflux.activities.stage.generate;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import java.util.List;
import java.util.Locale;

/** Settings of the stage {@code generate}; the defaults are those of Self-Instruct. */
public record GenerateSettings(
        @Key(value = "How instructions are made.", otherwise = "self-instruct")
        By by,

        @Key(
                value = "Instructions asked for in each round; for documents left out, they make as many as they can.",
                otherwise = Key.ABSENT,
                least = 1,
                most = 10_000_000)
        Integer count,

        @Key(value = "For self-instruct: instructions asked for in one call.", otherwise = "5", least = 1, most = 50)
        int perCall,

        @Key(
                value =
                        "For self-instruct: tasks shown in a call, a quarter of them from the round before where there is one.",
                otherwise = "8",
                least = 1,
                most = 100)
        int examples,

        @Key(
                value = "Sampling temperature; where left out 0.7, for magpie 1.",
                otherwise = Key.ABSENT,
                least = 0,
                most = 2)
        Double temperature,

        @Key(
                value =
                        "Share of the probability mass that is sampled from; with 1 the server is not told any. Where left out 0.5, for magpie 1.",
                otherwise = Key.ABSENT,
                least = 0.01,
                most = 1)
        Double topP,

        @Key(
                value = "ROUGE-L above which an instruction is too near to a seed or to one made before.",
                otherwise = "0.7",
                least = 0,
                most = 1)
        double mostSimilar,

        @Key(value = "Name of the teacher that is asked; the main one where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(
                value = "Times a call is made at most, until its answer can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws,

        @Key(value = "Longest answer to one call, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens)
        implements StageSettings {

    private static final double TEMPERATURE = 0.7;
    private static final double TOP_P = 0.5;

    public GenerateSettings {
        by = by == null ? By.of(Way.SELF_INSTRUCT) : by;
        boolean isMagpie = by.way() == Way.MAGPIE;
        temperature = temperature != null ? temperature : isMagpie ? 1 : TEMPERATURE;
        topP = topP != null ? topP : isMagpie ? 1 : TOP_P;
        boolean isFromDocuments = by.way() == Way.DOCUMENTS;
        if (isFromDocuments == (count != null)) {
            throw new InvalidSettingException(
                    "count",
                    isFromDocuments
                            ? "must be left out where documents are asked about: each passage gives its questions"
                            : "must be given, except where documents are asked about",
                    count == null ? "nothing" : count.toString(),
                    isFromDocuments ? "remove it, or cut the pool by first" : "add, say, count: 1000");
        }
    }

    /** Self-Instruct, in any language. */
    GenerateSettings(
            int count,
            int perCall,
            int examples,
            double temperature,
            double topP,
            double mostSimilar,
            String teacher,
            int draws,
            int maxOutputTokens) {
        this(
                By.of(Way.SELF_INSTRUCT),
                count,
                perCall,
                examples,
                temperature,
                topP,
                mostSimilar,
                teacher,
                draws,
                maxOutputTokens);
    }

    @Override
    public boolean asksInWords() {
        return true;
    }

    @Override
    public boolean asksForContinuations() {
        return by.way() == Way.MAGPIE;
    }

    @Override
    public List<String> teachers() {
        return teacher == null ? List.of() : List.of(teacher);
    }

    @Override
    public int creates() {
        return count == null ? 0 : count;
    }

    @Override
    public Preparation preparation() {
        return by.way() == Way.DOCUMENTS ? Preparation.NONE : Preparation.AT_ROUND_START;
    }

    /** Asks in free text, first draw. */
    TeacherCall call(Prompt.Messages messages) {
        return sampled(TeacherCall.of(messages.system(), messages.user(), maxOutputTokens));
    }

    /** The call at this stage's temperature and share of the mass. */
    TeacherCall sampled(TeacherCall call) {
        return call.sampled(temperature, topP < 1 ? topP : null);
    }

    /** ISO 639-1 code of the language wanted; null where any will do. */
    String language() {
        return by.language();
    }

    /** The language wanted as English calls it; empty where any will do. */
    String languageName() {
        return language() == null ? "" : Locale.forLanguageTag(language()).getDisplayLanguage(Locale.ENGLISH);
    }
}
