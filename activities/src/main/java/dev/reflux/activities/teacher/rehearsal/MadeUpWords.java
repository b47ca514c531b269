package dev.reflux.activities.teacher.rehearsal;

import java.util.SplittableRandom;

/**
 * Plain words in a random order: different enough that no filter takes one text for another, and English by its articles, so that
 * none takes it for another language.
 */
final class MadeUpWords {

    private static final String[] WORDS =
            ("river stone winter garden letter engine market window doctor bridge paper colour silver morning"
                            + " village teacher mountain harbour kitchen library station forest island machine picture"
                            + " question journey shadow summer theatre weather carpet butter copper desert dragon falcon"
                            + " guitar hammer jacket kettle ladder magnet needle orange pencil rabbit saddle ticket"
                            + " umbrella velvet wagon yellow zebra describe compare measure explain collect arrange"
                            + " improve remember discover prepare")
                    .split(" ");

    /** English takes four tokens for about three words. */
    private static final double WORDS_PER_TOKEN = 0.75;

    private static final int WORDS_PER_SENTENCE = 12;
    private static final int WORDS_PER_ARTICLE = 3;

    private final SplittableRandom random;

    MadeUpWords(SplittableRandom random) {
        this.random = random;
    }

    /** So many words, the first with a capital. */
    String words(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(i % WORDS_PER_ARTICLE == 1 ? "the" : WORDS[random.nextInt(WORDS.length)]);
        }
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** Sentences of about so many tokens. */
    String sentences(int tokens) {
        int left = Math.max(1, (int) (tokens * WORDS_PER_TOKEN));
        StringBuilder text = new StringBuilder();
        while (left > 0) {
            int count = Math.min(left, WORDS_PER_SENTENCE);
            text.append(text.isEmpty() ? "" : " ").append(words(count)).append('.');
            left -= count;
        }
        return text.toString();
    }

    /** From 1 to 3, so that several answers agree now and then. */
    int smallNumber() {
        return random.nextInt(1, 4);
    }

    /** From 0 to {@code bound}, that excluded. */
    int pick(int bound) {
        return random.nextInt(bound);
    }

    double between(double least, double most) {
        return least + random.nextDouble() * (most - least);
    }
}
