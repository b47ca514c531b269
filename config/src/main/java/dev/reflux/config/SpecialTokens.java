package dev.reflux.config;

/** The tokens that a chat template puts at a text's beginning and at the ends of turns; those left out are the template's own. */
public record SpecialTokens(
        @Key(value = "What a template calls bos_token.", otherwise = Key.ABSENT)
        String bos,

        @Key(value = "What a template calls eos_token.", otherwise = Key.ABSENT)
        String eos) {}
