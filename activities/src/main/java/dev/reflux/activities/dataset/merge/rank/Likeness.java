package dev.reflux.activities.dataset.merge.rank;

/** Tells which of the samples that stay a further one is too like. Samples come best first, several at once. */
interface Likeness {

    /** No sample is too near. */
    int NONE = -1;

    /** Where likeness does not matter. */
    Likeness IGNORED = new Likeness() {
        @Override
        public void begin(int[] next) {}

        @Override
        public int near(int number) {
            return NONE;
        }

        @Override
        public void keep(int number) {}
    };

    /** Takes the next samples, by their places in the dataset. */
    void begin(int[] next);

    /** Place of the best sample that stays and that the given one of the next is too near to, or {@link #NONE}. */
    int near(int number);

    /** Lets the given one of the next stay. */
    void keep(int number);
}
