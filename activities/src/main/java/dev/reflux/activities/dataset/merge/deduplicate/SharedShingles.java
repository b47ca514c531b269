package dev.reflux.activities.dataset.merge.deduplicate;

/** Texts of which enough shingles are the same: candidates by MinHash, then the Jaccard similarity itself. */
final class SharedShingles implements Likeness {

    private final MinHashSettings settings;
    private final Shingles shingles;
    private final Signature signature;

    SharedShingles(MinHashSettings settings) {
        this.settings = settings;
        this.shingles = new Shingles(settings.shingle(), settings.size());
        this.signature = new Signature(settings.cut());
    }

    @Override
    public String reason() {
        return "near-duplicate";
    }

    @Override
    public String description() {
        return "XXH3 of shingles of " + settings.size() + " " + settings.shingle();
    }

    @Override
    public long[] traits(String normalised) {
        return shingles.of(normalised);
    }

    @Override
    public int bands() {
        return settings.cut().count();
    }

    @Override
    public long[] keys(long[] traits) {
        return signature.bandKeys(traits);
    }

    @Override
    public boolean mayBeAlike(int oneCount, int otherCount) {
        return (double) Math.min(oneCount, otherCount) / Math.max(oneCount, otherCount) >= settings.threshold();
    }

    @Override
    public boolean areAlike(long[] one, long[] other) {
        return Shingles.jaccard(one, other) >= settings.threshold();
    }
}
