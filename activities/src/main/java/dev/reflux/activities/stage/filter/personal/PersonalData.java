package dev.reflux.activities.stage.filter.personal;

import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of personal data, in the order in which they are looked for. What a kind has masked is no longer there for the
 * next. Masking what is masked changes nothing.
 */
public enum PersonalData {
    /** Keys and tokens of well-known services, private keys, and long values that a text calls a key or password. */
    SECRET(Secrets.PATTERN, found -> true),
    /** An account's number whose length fits its country and whose check digits are right (ISO 13616). */
    IBAN(Numbers.IBAN, Numbers::isIban),
    /** A number of a known issuer whose last digit is right (ISO/IEC 7812, Luhn). */
    CREDIT_CARD(Numbers.CARD, Numbers::isCard),
    EMAIL(
            Pattern.compile(
                    "(?<![\\p{L}\\p{N}._%+-])[\\p{L}\\p{N}._%+-]{1,64}+@(?:[\\p{L}\\p{N}][\\p{L}\\p{N}-]{0,62}\\.){1,8}\\p{L}{2,24}"
                            + "(?![\\p{L}\\p{N}-])"),
            found -> true),
    /** International, North American, or any that a text calls a telephone's. */
    PHONE(Numbers.PHONE, Numbers::isPhone),
    /** A public one, of version 4 or 6: private, local and reserved ones point to nobody. */
    IP_ADDRESS(Addresses.PATTERN, Addresses::isPublic);

    private final Pattern pattern;
    private final Predicate<String> isReal;

    PersonalData(Pattern pattern, Predicate<String> isReal) {
        this.pattern = pattern;
        this.isReal = isReal;
    }

    /** As reasons and operations write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What stands for it where it is masked, such as {@code [CREDIT_CARD]}. */
    public String placeholder() {
        return "[" + name() + "]";
    }

    public boolean isIn(String text) {
        Matcher candidate = pattern.matcher(text);
        while (candidate.find()) {
            if (isReal.test(found(candidate))) {
                return true;
            }
        }
        return false;
    }

    /** The text with a placeholder for each. */
    public String mask(String text) {
        Matcher candidate = pattern.matcher(text);
        StringBuilder masked = new StringBuilder();
        int after = 0;
        while (candidate.find()) {
            if (isReal.test(found(candidate))) {
                masked.append(text, after, start(candidate)).append(placeholder());
                after = start(candidate) + found(candidate).length();
            }
        }
        return after == 0 ? text : masked.append(text, after, text.length()).toString();
    }

    /** Without the word before it that tells what it is, where it takes one to tell. */
    private static String found(Matcher candidate) {
        return isNamed(candidate) ? candidate.group("value") : candidate.group();
    }

    private static int start(Matcher candidate) {
        return isNamed(candidate) ? candidate.start("value") : candidate.start();
    }

    private static boolean isNamed(Matcher candidate) {
        return candidate.pattern().pattern().contains("(?<value>") && candidate.group("value") != null;
    }
}
