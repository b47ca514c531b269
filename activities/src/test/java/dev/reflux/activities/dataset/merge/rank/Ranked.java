package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one pass of the step makes of samples.
 *
 * @param kept those that stay, in their order
 * @param reasons of those that go, by id
 * @param operations last one of those that go, by id
 */
record Ranked(List<Sample> kept, Map<String, String> reasons, Map<String, String> operations, Ranking ranking) {

    static final Answer ANSWER = Answer.of("An answer.", null, null, null);

    static Sample sample(String id, String text) {
        Provenance from = new Provenance("pool.jsonl:1", null, null, 0, null);
        return new Sample(id, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }

    static Sample scored(String id, double quality) {
        return sample(id, "x").answered(List.of(ANSWER.judged(Verdict.passed("judge/quality", quality, null))));
    }

    static float[][] vectors(String... texts) {
        SentenceEncoder encoder = SentenceEncoder.of(DiverseSettings.MODEL);
        return Arrays.stream(texts).map(encoder::encode).toArray(float[][]::new);
    }

    static double cosine(float[] one, float[] other) {
        return SentenceEncoder.cosine(one, other);
    }

    static Ranked of(List<Sample> samples, RankSettings settings, Path scratch) {
        List<Sample> kept = new ArrayList<>();
        Map<String, String> reasons = new TreeMap<>();
        Map<String, String> operations = new TreeMap<>();
        try (MergePass pass = new RankStep().begin(settings, MergeGround.of(scratch))) {
            samples.forEach(pass::see);
            Ruling ruling = pass.rule();
            for (int place = 0; place < samples.size(); place++) {
                Sample judged = ruling.judged(place, samples.get(place));
                if (judged.isAccepted()) {
                    kept.add(judged);
                } else {
                    List<String> all = judged.provenance().operations();
                    reasons.put(judged.id(), judged.reason());
                    operations.put(judged.id(), all.get(all.size() - 1));
                }
            }
            return new Ranked(
                    kept, reasons, operations, (Ranking) ruling.findings().orElseThrow());
        }
    }

    Set<String> survivors() {
        Set<String> ids = new TreeSet<>();
        kept.forEach(sample -> ids.add(sample.id()));
        return ids;
    }
}
