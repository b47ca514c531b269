package dev.reflux.activities.stage.filter.personal;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Numbers that belong to a person, told from others by their check digits and form. */
final class Numbers {

    static final Pattern IBAN = Pattern.compile(
            "(?<![\\p{L}\\p{N}])[A-Z]{2}\\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![\\p{L}\\p{N}])");

    static final Pattern CARD =
            Pattern.compile("(?<![\\p{L}\\p{N}.,+-])\\d(?:[ -]?\\d){12,18}(?![\\p{L}\\p{N}]|[.,-]\\d)");

    /** With a country code, in North American form, or behind a word that says what it is. */
    static final Pattern PHONE = Pattern.compile("(?<![\\p{L}\\p{N}.+-])(?:"
            + "\\+\\d{1,3}[ ./-]?(?:\\(\\d{1,5}\\)[ ./-]?)?\\d(?:[ ./-]?\\d){5,12}"
            + "|(?:1[ .-])?\\([2-9]\\d{2}\\) ?\\d{3}[ .-]\\d{4}"
            + "|(?:1[.-])?[2-9]\\d{2}([.-])\\d{3}\\1\\d{4}"
            + "|(?i:tel|telefon|telephone|phone|mobile|mobil|fax|cell|handy|whatsapp)\\b[^\\p{L}\\p{N}+(\\n]{0,4}"
            + "(?:(?i:number|nummer|no|nr)\\b[.: ]{0,3})?(?:(?i:is|ist)\\b[: ]{0,3})?"
            + "(?<value>\\(?\\d(?:[ ()./-]{0,2}\\d){6,13})"
            + ")(?![\\p{L}\\p{N}]|[-.]\\d)");

    /** Lengths by country, from the register of ISO 13616. */
    private static final Map<String, Integer> LENGTHS =
            lengths("AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 "
                    + "CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 "
                    + "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MR27 MT31 "
                    + "MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SD18 SE24 SI19 SK24 SM27 ST25 SV28 TL23 TN24 "
                    + "TR26 UA29 VA22 VG24 XK20");

    private static final Pattern ISSUER = Pattern.compile("4\\d{15}|4\\d{12}|4\\d{18}"
            + "|5[1-5]\\d{14}|(?:222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}"
            + "|3[47]\\d{13}|3(?:0[0-5]|[68]\\d)\\d{11}|(?:6011|65\\d{2}|64[4-9]\\d)\\d{12}"
            + "|35(?:2[89]|[3-8]\\d)\\d{12}|62\\d{14,17}");

    private static final BigInteger CHECKED_BY = BigInteger.valueOf(97);
    private static final int LEAST_PHONE_DIGITS = 7;
    private static final int MOST_PHONE_DIGITS = 15;

    private Numbers() {}

    private static Map<String, Integer> lengths(String list) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : list.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return lengths;
    }

    static boolean isIban(String found) {
        String iban = found.replace(" ", "");
        Integer length = LENGTHS.get(iban.substring(0, 2));
        if (length == null || length != iban.length()) {
            return false;
        }
        StringBuilder digits = new StringBuilder();
        (iban.substring(4) + iban.substring(0, 4))
                .chars()
                .forEach(letter -> digits.append(Character.digit(letter, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(CHECKED_BY).equals(BigInteger.ONE);
    }

    static boolean isCard(String found) {
        String digits = found.replaceAll("[ -]", "");
        return ISSUER.matcher(digits).matches() && passesLuhn(digits);
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int at = 0; at < digits.length(); at++) {
            int digit = digits.charAt(digits.length() - 1 - at) - '0';
            int weighed = at % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }

    static boolean isPhone(String found) {
        long digits = found.chars().filter(Character::isDigit).count();
        return digits >= LEAST_PHONE_DIGITS && digits <= MOST_PHONE_DIGITS;
    }
}
