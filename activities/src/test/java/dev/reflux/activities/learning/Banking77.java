package dev.reflux.activities.learning;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/** The Banking77 intents (Casanueva et al. 2020), five seeds of each drawn from its training split, the rest the pool. */
record Banking77(List<Sample> seeds, List<Sample> pool, List<Sample> holdout, Map<String, String> gold) {

    private static final int SEEDS_PER_LABEL = 5;
    private static final String FOLDER = "classification/banking77_";

    static boolean isPresent() {
        return TestData.find(FOLDER + "train.csv").isPresent();
    }

    static Banking77 draw(int randomSeed) throws IOException {
        List<Sample> train = read("train.csv");
        Collections.shuffle(train, new Random(randomSeed));
        Map<String, Integer> drawn = new TreeMap<>();
        List<Sample> seeds = new ArrayList<>();
        List<Sample> pool = new ArrayList<>();
        Map<String, String> gold = new TreeMap<>();
        for (Sample sample : train) {
            if (drawn.merge(sample.label(), 1, Integer::sum) <= SEEDS_PER_LABEL) {
                seeds.add(sample);
            } else {
                gold.put(sample.id(), sample.label());
                pool.add(unlabelled(sample));
            }
        }
        return new Banking77(seeds, pool, read("test.csv"), gold);
    }

    private static Sample unlabelled(Sample sample) {
        return new Sample(
                sample.id(), sample.text(), null, null, List.of(), Decision.ACCEPTED, null, sample.provenance());
    }

    private static List<Sample> read(String name) throws IOException {
        Optional<Path> file = TestData.find(FOLDER + name);
        List<Sample> samples = new ArrayList<>();
        try (MappingIterator<Map<String, String>> rows = new CsvMapper()
                .readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader())
                .readValues(file.orElseThrow().toFile())) {
            while (rows.hasNext()) {
                Map<String, String> row = rows.next();
                String id = name + ":" + (samples.size() + 1);
                samples.add(new Sample(
                        id,
                        row.get("text"),
                        row.get("category"),
                        1.0,
                        List.of(),
                        Decision.ACCEPTED,
                        null,
                        new Provenance(id, null, null, 0, null)));
            }
        }
        return samples;
    }
}
