package dev.reflux.activities.report.survey;

import dev.reflux.activities.stage.filter.personal.PersonalData;

/** The beginning of a text, as a page may show it: keys and tokens of known forms are masked, whatever let them pass. */
public final class Excerpt {
    private Excerpt() {}

    /** @param longest characters (code points) that are shown */
    public static String of(String text, int longest) {
        String masked = PersonalData.SECRET.mask(text);
        if (masked.codePointCount(0, masked.length()) <= longest) {
            return masked;
        }
        return masked.substring(0, masked.offsetByCodePoints(0, longest)) + "…";
    }
}
