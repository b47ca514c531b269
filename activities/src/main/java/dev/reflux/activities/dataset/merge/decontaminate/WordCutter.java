package dev.reflux.activities.dataset.merge.decontaminate;

import java.util.Arrays;

/** Cuts one text into words, in one pass over its characters. */
final class WordCutter {

    /** The first character of a script that puts no space between words: Thai. */
    private static final int FIRST_UNSPACED = 0x0E00;

    private static final int OF_NO_WORD = 0;
    private static final int OF_WORD = 1;
    private static final int WORD_BY_ITSELF = 2;

    private static final byte[] ASCII = new byte[128];

    static {
        for (int point = 0; point < ASCII.length; point++) {
            ASCII[point] = (byte) (Character.isLetterOrDigit(point) ? OF_WORD : OF_NO_WORD);
        }
    }

    private final Normalisation normalisation;
    private final String text;
    private char[] characters;
    private int length;
    private int[] ends;
    private int count;
    private boolean isOpen;
    private boolean isInNumber;

    WordCutter(Normalisation normalisation, String text) {
        this.normalisation = normalisation;
        this.text = text;
        this.characters = new char[text.length() + 16];
        this.ends = new int[text.length() / 4 + 4];
    }

    Words cut() {
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            int kind = kind(point);
            if (kind == OF_NO_WORD) {
                close();
                continue;
            }
            if (kind == WORD_BY_ITSELF) {
                close();
            }
            put(point);
            if (kind == WORD_BY_ITSELF) {
                close();
            }
        }
        close();
        return new Words(characters, ends, count);
    }

    private int kind(int point) {
        if (normalisation == Normalisation.SPACED) {
            return Character.isWhitespace(point) || Character.isSpaceChar(point) ? OF_NO_WORD : OF_WORD;
        } else if (point < ASCII.length) {
            return ASCII[point];
        } else if (point >= FIRST_UNSPACED && isUnspaced(point)) {
            return WORD_BY_ITSELF;
        }
        return Character.isLetterOrDigit(point) || isMark(point) ? OF_WORD : OF_NO_WORD;
    }

    private static boolean isUnspaced(int point) {
        return Character.isLetter(point)
                && switch (Character.UnicodeScript.of(point)) {
                    case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
                    default -> false;
                };
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private void put(int point) {
        if (normalisation == Normalisation.LOOSE) {
            if (Character.getType(point) == Character.NON_SPACING_MARK) {
                return;
            }
            boolean isDigit = Character.isDigit(point);
            boolean goesOn = isDigit && isInNumber;
            isInNumber = isDigit;
            if (goesOn) {
                return;
            }
            add(isDigit ? '0' : Character.toLowerCase(point));
        } else {
            add(Character.toLowerCase(point));
        }
    }

    private void add(int point) {
        if (length + 3 > characters.length) {
            characters = Arrays.copyOf(characters, 2 * characters.length);
        }
        length += Character.toChars(point, characters, length);
        isOpen = true;
    }

    private void close() {
        if (isOpen) {
            if (count + 1 >= ends.length) {
                ends = Arrays.copyOf(ends, 2 * ends.length);
            }
            characters[length] = ' ';
            ends[count++] = length++;
        }
        isOpen = false;
        isInNumber = false;
    }
}
