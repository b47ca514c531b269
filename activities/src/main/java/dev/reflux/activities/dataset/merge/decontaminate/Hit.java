package dev.reflux.activities.dataset.merge.decontaminate;

/**
 * A benchmark item that a sample is contaminated by.
 *
 * @param item its index
 * @param share of the words of one of its texts that the sample has, or the cosine of the two vectors
 */
record Hit(int item, By by, double share) {

    /** How it was found. */
    enum By {
        /** By n-grams in common. */
        NGRAMS,
        /** A text shorter than an n-gram, as a whole. */
        WHOLE,
        /** By sentence vectors. */
        EMBEDDING,
        /** By sentence vectors, and a judge says that both ask the same. */
        JUDGED
    }
}
