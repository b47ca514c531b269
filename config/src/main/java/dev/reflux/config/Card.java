package dev.reflux.config;

import java.util.List;

/** What only the author of a campaign knows of its dataset; all else on the dataset's card is counted. */
public record Card(
        @Key(value = "Name of the dataset; the campaign's where absent.", otherwise = Key.ABSENT)
        String name,

        @Key(
                value = "Licence of the dataset, as the Hugging Face Hub spells it.",
                otherwise = Key.ABSENT,
                pattern = "^" + Card.LICENSE_PATTERN + "$")
        String license,

        @Key(
                value = "Languages of the dataset, as BCP 47 tags; those that are measured where none is named.",
                otherwise = "[]",
                pattern = "^" + Card.LANGUAGE_PATTERN + "$")
        List<String> languages,

        @Key(value = "What the dataset is for, in a paragraph.", otherwise = Key.ABSENT)
        String summary,

        @Key(value = "Where the inputs are from.", otherwise = "[]")
        List<CardSource> sources) {

    /** Lower-case words with dots and dashes: {@code apache-2.0}, {@code cc-by-4.0}, {@code other}. */
    static final String LICENSE_PATTERN = "[a-z0-9][a-z0-9.+-]{0,63}";

    static final String LANGUAGE_PATTERN = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    public Card {
        languages = languages == null ? List.of() : List.copyOf(languages);
        sources = sources == null ? List.of() : List.copyOf(sources);
        requireLicense("license", license);
        for (int i = 0; i < languages.size(); i++) {
            if (!languages.get(i).matches(LANGUAGE_PATTERN)) {
                throw new InvalidSettingException(
                        "languages[" + i + "]", "must be a language tag", languages.get(i), "write, say, en or pt-BR");
            }
        }
    }

    static void requireLicense(String key, String license) {
        if (license != null && !license.matches(LICENSE_PATTERN)) {
            throw new InvalidSettingException(
                    key,
                    "must be an identifier of the Hugging Face Hub: lower-case letters, digits, '.', '+' and '-'",
                    license,
                    "write, say, apache-2.0, cc-by-4.0, or other");
        }
    }
}
