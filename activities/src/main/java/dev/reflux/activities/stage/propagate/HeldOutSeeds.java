package dev.reflux.activities.stage.propagate;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.embedded.EmbeddedTeacher;
import dev.reflux.activities.teacher.embedded.SeedFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A share of the seeds whose labels are hidden, and what is thought of the samples by a teacher that does not know them.
 *
 * @param ids the hidden seeds
 * @param opinions calibrated candidates of each sample, in the samples' order
 */
record HeldOutSeeds(Set<String> ids, List<List<Candidate>> opinions) {

    private static final int FOLDS = 5;

    /** For the embedded teacher, which is trained on the seeds: each share is judged by a head trained without it. */
    static List<HeldOutSeeds> ofEmbedded(List<Sample> seeds, List<float[]> sampleVectors, Calibration calibration) {
        List<HeldOutSeeds> shares = new ArrayList<>();
        for (SeedFold fold : EmbeddedTeacher.trainedOn(seeds).folds()) {
            List<List<Candidate>> opinions = sampleVectors.parallelStream()
                    .map(vector -> calibration.apply(fold.classify(vector)))
                    .toList();
            shares.add(new HeldOutSeeds(fold.heldOut(), opinions));
        }
        return shares;
    }

    /** For a teacher that was trained elsewhere: its opinions of the samples are the same whichever seeds are hidden. */
    static List<HeldOutSeeds> ofForeign(List<Sample> seeds, List<Sample> samples) {
        List<List<Candidate>> opinions =
                samples.stream().map(Sample::candidates).toList();
        List<HeldOutSeeds> shares = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            Set<String> ids = new TreeSet<>();
            IntStream.iterate(fold, i -> i < seeds.size(), i -> i + FOLDS)
                    .forEach(i -> ids.add(seeds.get(i).id()));
            shares.add(new HeldOutSeeds(ids, opinions));
        }
        return shares;
    }
}
