package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.reply.Replies;
import dev.reflux.config.Key;
import java.util.Locale;

/**
 * What evolves, and the language it then is in.
 *
 * @param language ISO 639-1 code, or null where each text keeps its own
 */
public record Subject(
        @Key(value = "What of a sample evolves.", shorthand = true)
        Evolves evolves,

        @Key(
                value = "Language of what is evolved, as ISO 639-1 code; that of what it is evolved from where absent.",
                otherwise = Key.ABSENT)
        String language) {

    public Subject {
        Replies.requireKnown(language);
    }

    /** As a prompt names the language. */
    String languageName() {
        return language == null
                ? "the language of the given one"
                : Locale.forLanguageTag(language).getDisplayLanguage(Locale.ENGLISH);
    }

    /** Why a text in its language cannot take its parent's place, or null if it can; where one cannot be told, it can. */
    String whyUnfit(String text, String parent) {
        String wanted = language == null ? TextLanguage.of(parent).orElse(null) : language;
        return Replies.in(wanted, text).reason();
    }
}
