package dev.reflux.config;

/** The model that is trained on seeds and accepted samples after each round. */
public record StudentPlan(
        @Key(value = "Kind of student.", otherwise = "ngram")
        Kind kind,

        @Key(value = "Train with each sample weighted by its confidence.", otherwise = "true")
        boolean weighted,

        @Key(
                value = "Weight of a seed beside a pseudo-label of confidence 1.",
                otherwise = "1",
                least = 0.01,
                most = 100)
        double seedWeight) {

    public boolean isWanted() {
        return kind != Kind.NONE;
    }

    /** Kinds of student. */
    public enum Kind {
        /** Linear classifier over hashed word and character n-grams with tf-idf. */
        NGRAM,
        /** No student: the dataset is all that is wanted. */
        NONE
    }
}
