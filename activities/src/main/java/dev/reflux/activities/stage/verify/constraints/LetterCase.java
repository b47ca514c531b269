package dev.reflux.activities.stage.verify.constraints;

/** Whether a text is in capitals or in small letters; what has no case does not count, and a text without case is neither. */
final class LetterCase {

    private LetterCase() {}

    static boolean isUpper(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().noneMatch(Character::isLowerCase);
    }

    static boolean isLower(String text) {
        return text.codePoints().anyMatch(Character::isLowerCase)
                && text.codePoints().noneMatch(Character::isUpperCase);
    }
}
