package dev.reflux.activities.report.survey;

import dev.reflux.activities.language.Words;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.teacher.embedded.SentenceEncoder;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.EmbeddedModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How unlike each other the texts of a dataset are, measured on a part of them that is drawn by id: always the same part, and
 * of one size in large datasets, so that figures which depend on size can be compared.
 *
 * @param measured texts looked at
 * @param distinct distinct-1, distinct-2 and distinct-3 (Li et al. 2016): distinct n-grams among all n-grams of the texts;
 *     0 where there are none
 * @param meanDistance mean cosine distance of two texts' embeddings, 0 where all say the same; null for fewer than two
 * @param topics clusters of the embeddings, the largest first
 */
public record Diversity(int measured, List<Double> distinct, Double meanDistance, List<Topics.Topic> topics) {

    /** Texts that are looked at, at most. */
    public static final int MOST_TEXTS = 500;

    private static final int LONGEST_GRAM = 3;

    /** Stages that make the texts of a dataset. */
    private static final Set<String> MAKERS = Set.of("generate", "evolve", "personas");

    /** Of a round's dataset; empty where no stage makes texts, or none is there. */
    public static Optional<Diversity> of(CampaignFolder folder, CampaignPlan plan, int round) {
        if (plan.stages().stream().noneMatch(stage -> MAKERS.contains(stage.name()))) {
            return Optional.empty();
        }
        DrawnTexts drawn = new DrawnTexts(MOST_TEXTS);
        folder.dataset(round).forEach(drawn::offer);
        return drawn.texts().isEmpty() ? Optional.empty() : Optional.of(of(drawn.texts()));
    }

    /** Of texts that are not too many to be embedded one by one. */
    public static Diversity of(List<String> texts) {
        SentenceEncoder encoder = SentenceEncoder.of(EmbeddedModel.ALL_MINILM_L6_V2);
        List<float[]> vectors = texts.stream().map(encoder::encode).toList();
        return new Diversity(texts.size(), distinct(texts), meanDistance(vectors), Topics.of(texts, vectors));
    }

    /** By their words alone: no distance, no topics. */
    public static Diversity ofWords(List<String> texts) {
        return new Diversity(texts.size(), distinct(texts), null, List.of());
    }

    private static List<Double> distinct(List<String> texts) {
        return IntStream.rangeClosed(1, LONGEST_GRAM)
                .mapToDouble(n -> distinct(texts, n))
                .boxed()
                .toList();
    }

    /** Share of n-grams that are not repetitions; those that span two texts are none. */
    static double distinct(List<String> texts, int n) {
        Set<List<String>> grams = new HashSet<>();
        long all = 0;
        for (String text : texts) {
            List<String> words = Words.of(text);
            for (int at = 0; at + n <= words.size(); at++) {
                grams.add(List.copyOf(words.subList(at, at + n)));
                all++;
            }
        }
        return all == 0 ? 0 : (double) grams.size() / all;
    }

    /** The vectors have length 1: the square of their sum holds every pair's cosine twice, beside each one's own 1. */
    static Double meanDistance(List<float[]> vectors) {
        int count = vectors.size();
        if (count < 2) {
            return null;
        }
        double square = 0;
        for (int d = 0; d < vectors.get(0).length; d++) {
            double sum = 0;
            for (float[] vector : vectors) {
                sum += vector[d];
            }
            square += sum * sum;
        }
        double meanCosine = (square - count) / ((double) count * (count - 1));
        return Math.max(0, 1 - meanCosine);
    }
}
