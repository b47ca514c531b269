package dev.reflux.activities.teacher.embedded;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.activities.teacher.embedded.EmbeddingHead.LabelledVector;
import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.InvalidCampaignException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * A teacher inside this process: sentence vectors under a logistic regression trained on the seeds and on the labels' names,
 * each name read as one more example. Answers the user message with a {@link LabelOpinion}; costs nothing, needs no network.
 */
public final class EmbeddedTeacher implements Teacher {

    private static final int FOLDS = 5;

    private final SentenceEncoder encoder;
    private final List<Sample> seeds;
    private final List<String> labels;
    private final List<LabelledVector> seedVectors;
    private final List<LabelledVector> nameVectors;
    private final EmbeddingHead head;
    private final String identity;

    private EmbeddedTeacher(SentenceEncoder encoder, List<Sample> seeds, List<String> labels) {
        this.encoder = encoder;
        this.seeds = seeds;
        this.labels = labels;
        seedVectors = seeds.stream()
                .map(seed -> new LabelledVector(encoder.encode(seed.text()), labels.indexOf(seed.label())))
                .toList();
        nameVectors = labels.stream()
                .map(label -> new LabelledVector(encoder.encode(wordsOf(label)), labels.indexOf(label)))
                .toList();
        head = headWithout(-1);
        identity = "embedded/" + encoder.name() + "/" + fingerprint();
    }

    /**
     * Trains a teacher; the order of the seeds does not matter.
     *
     * @throws InvalidCampaignException if the seeds have fewer than two labels
     */
    public static EmbeddedTeacher trainedOn(List<Sample> seeds, EmbeddedModel model) {
        List<Sample> sorted = new ArrayList<>(seeds);
        sorted.sort(Comparator.comparing(Sample::label).thenComparing(Sample::id));
        List<String> labels = sorted.stream().map(Sample::label).distinct().toList();
        if (labels.size() < 2) {
            throw new InvalidCampaignException("The embedded teacher's seeds must have at least two labels, got "
                    + labels + "; add labelled samples to inputs.seeds");
        }
        return new EmbeddedTeacher(SentenceEncoder.of(model), List.copyOf(sorted), labels);
    }

    @Override
    public String identity() {
        return identity;
    }

    @Override
    public String model() {
        return encoder.name();
    }

    @Override
    public TeacherReply ask(TeacherCall call) {
        LabelOpinion opinion =
                new LabelOpinion(head.classify(encoder.encode(call.user()), LabelOpinion.MOST_CANDIDATES));
        return new TeacherReply(opinion.print(), TeacherReply.Finish.STOP, 0, 0, 0, List.of());
    }

    /**
     * What heads trained without a seed think of it, raw, for every seed: five-fold cross-validation, each label spread over
     * the folds. A little too modest, since each head saw four seeds in five.
     */
    public List<JudgedOpinion> outOfFold() {
        List<JudgedOpinion> opinions = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            EmbeddingHead without = headWithout(fold);
            for (int i = fold; i < seeds.size(); i += FOLDS) {
                Sample seed = seeds.get(i);
                opinions.add(new JudgedOpinion(
                        seed.id(),
                        seed.label(),
                        without.classify(seedVectors.get(i).vector(), LabelOpinion.MOST_CANDIDATES)));
            }
        }
        return opinions;
    }

    private EmbeddingHead headWithout(int fold) {
        List<LabelledVector> kept = new ArrayList<>();
        for (int i = 0; i < seedVectors.size(); i++) {
            if (i % FOLDS != fold) {
                kept.add(seedVectors.get(i));
            }
        }
        kept.addAll(nameVectors);
        return EmbeddingHead.trainedOn(kept, labels);
    }

    /** {@code card_arrival} and {@code cardArrival} as the words that they are. */
    private static String wordsOf(String label) {
        return label.replaceAll("([a-z])([A-Z])", "$1 $2").replaceAll("[_\\-./]+", " ");
    }

    private String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(EmbeddingHead.SETTINGS.toString().getBytes(StandardCharsets.UTF_8));
            for (Sample seed : seeds) {
                digest.update(("\n" + seed.label() + "\0" + seed.text()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
