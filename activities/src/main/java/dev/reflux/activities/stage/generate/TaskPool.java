package dev.reflux.activities.stage.generate;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.stage.StageContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tasks that new ones are modelled on: the seeds, and from the second round on what the round before left.
 *
 * @param seeds texts of the seeds, in their order
 * @param earlier texts of the dataset of the round before; empty in the first round
 */
record TaskPool(List<String> seeds, List<String> earlier) {

    /** Of eight tasks shown, the paper takes six from people and two from the model. */
    private static final int SHOWN_FOR_ONE_EARLIER = 4;

    static TaskPool of(StageContext context) {
        List<String> seeds = new ArrayList<>();
        context.folder().seeds().forEach((Sample seed) -> seeds.add(seed.text()));
        List<String> earlier = new ArrayList<>();
        if (context.round() > 1) {
            context.folder().dataset(context.round() - 1).forEach((Sample task) -> earlier.add(task.text()));
        }
        return new TaskPool(seeds, earlier);
    }

    List<String> all() {
        return Stream.concat(seeds.stream(), earlier.stream()).toList();
    }

    /** Tells pools of other texts apart. */
    String fingerprint() {
        return SampleId.of(all().toArray(String[]::new));
    }

    /** Some tasks to show, in the order drawn; fewer where there are not so many. */
    List<String> draw(int examples, Random random) {
        List<String> machine = some(earlier, examples / SHOWN_FOR_ONE_EARLIER, random);
        List<String> shown = new ArrayList<>(some(seeds, examples - machine.size(), random));
        shown.addAll(machine);
        Collections.shuffle(shown, random);
        return shown;
    }

    private static List<String> some(List<String> texts, int wanted, Random random) {
        Set<Integer> places = new LinkedHashSet<>();
        while (places.size() < Math.min(wanted, texts.size())) {
            places.add(random.nextInt(texts.size()));
        }
        return places.stream().map(texts::get).toList();
    }
}
