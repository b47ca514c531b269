package dev.reflux.activities.language;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells a text's language by the n-grams of some seventy; the same text always gives the same. */
public final class TextLanguage {

    /** Below it the detector wavers between languages. */
    private static final double LEAST_PROBABILITY = 0.9;

    /** Shorter texts are told from n-grams too few to tell. */
    private static final int LEAST_LETTERS = 20;

    /** Texts up to this length, in characters, are looked at whole. */
    private static final int WHOLE_UP_TO = 1000;

    /** Of a longer text the detector draws n-grams at random; a fixed seed makes it repeatable. */
    private static final long RANDOM_SEED = 1;

    /** Loading the profiles takes a moment: only where a text's language is asked for. */
    private static final class Loaded {
        static final List<LanguageProfile> PROFILES = profiles();
        static final LanguageDetector DETECTOR = LanguageDetectorBuilder.create(NgramExtractors.standard())
                .withProfiles(PROFILES)
                .shortTextAlgorithm(WHOLE_UP_TO)
                .seed(RANDOM_SEED)
                .build();

        private static List<LanguageProfile> profiles() {
            try {
                return new LanguageProfileReader().readAllBuiltIn();
            } catch (IOException e) {
                throw new UncheckedIOException("Language profiles must be on the class path", e);
            }
        }
    }

    private TextLanguage() {}

    /** True if texts in this language, an ISO 639-1 code or BCP 47 tag, can be told. */
    public static boolean isKnown(String language) {
        return Loaded.PROFILES.stream()
                .anyMatch(profile -> profile.getLocale().getLanguage().equals(language));
    }

    /** ISO 639-1 code of a text's language; empty where it is not certain. */
    public static Optional<String> of(String text) {
        if (text.codePoints().filter(Character::isLetter).count() < LEAST_LETTERS) {
            return Optional.empty();
        }
        List<DetectedLanguage> likeliest =
                Loaded.DETECTOR.getProbabilities(isInCapitals(text) ? text.toLowerCase(Locale.ROOT) : text);
        return likeliest.isEmpty() || likeliest.get(0).getProbability() < LEAST_PROBABILITY
                ? Optional.empty()
                : Optional.of(likeliest.get(0).getLocale().getLanguage());
    }

    private static boolean isInCapitals(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }
}
