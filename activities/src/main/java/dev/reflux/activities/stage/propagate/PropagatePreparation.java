package dev.reflux.activities.stage.propagate;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;
import java.util.SortedMap;

/**
 * What the preparation of {@code propagate} found.
 *
 * @param opinions calibrated candidates by sample id; empty where there were more samples than it takes on
 * @param judgedSeeds seeds that the calibration was fitted on
 * @param finding what came out, in words
 */
record PropagatePreparation(SortedMap<String, List<Candidate>> opinions, int judgedSeeds, String finding) {}
