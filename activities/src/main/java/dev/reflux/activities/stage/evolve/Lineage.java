package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;

/** A sample and what becomes of it in one pass through the stage. After a failure it is as it was before. */
final class Lineage {

    private final Sample origin;
    private final List<Sample> children = new ArrayList<>();
    private final List<Sample> eliminated = new ArrayList<>();
    private Sample current;
    private int generation;

    /** @param origin rejected where it cannot evolve at all */
    Lineage(Sample origin) {
        this.origin = origin;
        this.current = origin;
    }

    /** What evolves next. */
    Sample current() {
        return current;
    }

    /** How often it has evolved, from 0. */
    int generation() {
        return generation;
    }

    boolean isOpen(int generations) {
        return origin.isAccepted() && generation < generations;
    }

    /**
     * Takes what one evolution made.
     *
     * @param next the evolved sample, which may be the same one with other answers; rejected where it was eliminated
     */
    void take(Sample next) {
        if (!next.isAccepted()) {
            eliminated.add(next);
            return;
        }
        if (!next.id().equals(current.id())) {
            children.add(next);
        }
        current = next;
        generation++;
    }

    /** Every sample of it, oldest first, then what was eliminated. */
    List<Sample> results(boolean keepOriginal) {
        List<Sample> results = new ArrayList<>();
        if (children.isEmpty()) {
            results.add(current);
        } else if (keepOriginal) {
            results.add(origin);
        }
        results.addAll(children);
        results.addAll(eliminated);
        return results;
    }
}
