package dev.reflux.config;

/** Something that a campaign's inputs were taken from, as its author states it. */
public record CardSource(
        @Key("Name of the source.") String name,

        @Key(
                value = "Its licence, as the Hugging Face Hub spells it.",
                otherwise = Key.ABSENT,
                pattern = "^" + Card.LICENSE_PATTERN + "$")
        String license,

        @Key(value = "Where it is found.", otherwise = Key.ABSENT, pattern = "^" + CardSource.URL_PATTERN + "$")
        String url) {

    /** Without user information, which may hold a secret. */
    static final String URL_PATTERN = "https?://[A-Za-z0-9.:-]+([/?#][^\\s<>]*)?";

    public CardSource {
        Card.requireLicense("license", license);
        if (url != null && !url.matches(URL_PATTERN)) {
            throw new InvalidSettingException(
                    "url",
                    "must be a URL of http or https, without user or password",
                    url.contains("@") ? "one with @" : url,
                    "write, say, https://example.org/questions");
        }
    }
}
