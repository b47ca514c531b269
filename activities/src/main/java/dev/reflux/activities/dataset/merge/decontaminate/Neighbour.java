package dev.reflux.activities.dataset.merge.decontaminate;

/**
 * A benchmark item that means nearly what a sample means.
 *
 * @param item its index
 * @param cosine of the two nearest texts' vectors
 * @param part the sample's one of them
 * @param text the item's one of them
 */
record Neighbour(int item, double cosine, String part, String text) {

    Hit hit(Hit.By by) {
        return new Hit(item, by, cosine);
    }
}
