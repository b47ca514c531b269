package dev.reflux.activities.stage.evolve;

import java.util.List;

/** Takes many samples one step further, side by side. */
@FunctionalInterface
interface Evolution {

    /**
     * Tries to evolve each of them once.
     *
     * @param attempt from 0, another one each time the same samples are tried
     * @return in the order of the lineages
     */
    List<Evolved> evolve(List<Lineage> lineages, int attempt);
}
