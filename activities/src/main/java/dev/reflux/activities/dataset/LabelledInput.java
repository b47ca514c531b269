package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Seeds or holdout: labelled samples, drawn where the campaign says {@code perLabel}; remembers labels and texts. */
final class LabelledInput {

    private static final int MOST_LABELS_SHOWN = 20;

    private final InputFile file;
    private final Labels asked;
    private final Map<String, Integer> labels = new TreeMap<>();
    private final Set<Long> texts = new HashSet<>();
    private long taken;
    private long passedOver;

    LabelledInput(InputFile file, Labels asked) {
        this.file = file;
        this.asked = asked;
    }

    /**
     * Reads the file and hands out every sample taken.
     *
     * @param without normalised texts that are passed over
     */
    void forEach(Set<Long> without, Consumer<Sample> consumer) {
        SampleMaker maker = new SampleMaker(file);
        LabelDraw draw = file.grammar().perLabel() == null ? null : new LabelDraw(file);
        new InputReader(file, asked).forEach(input -> {
            Sample sample = maker.make(input);
            if (without.contains(TextKey.ofNormalised(sample.text()))) {
                passedOver++;
                return;
            }
            if (sample.label() != null) {
                labels.putIfAbsent(sample.label(), input.line());
            }
            if (draw == null) {
                take(sample, consumer);
            } else {
                draw.offer(input.line(), sample);
            }
        });
        if (draw != null) {
            draw.drawn().forEach(sample -> take(sample, consumer));
        }
        if (taken == 0) {
            throw file.broken(0, "must hold at least one sample", "none", "fill it, or name another file");
        }
    }

    /** @throws dev.reflux.config.InvalidCampaignException if a sample has a label that is not among {@code known} */
    void requireLabelsIn(Set<String> known) {
        labels.forEach((label, line) -> {
            if (!known.contains(label)) {
                throw file.broken(
                        line,
                        "field '" + file.grammar().label() + "' must be one of " + shown(known),
                        label,
                        "correct it, or give that label seeds and a place among the campaign's labels");
            }
        });
    }

    private static String shown(Set<String> labels) {
        return labels.size() <= MOST_LABELS_SHOWN ? labels.toString() : "the campaign's " + labels.size() + " labels";
    }

    InputFile file() {
        return file;
    }

    /** Labels taken, sorted. */
    Set<String> labels() {
        return labels.keySet();
    }

    /** Keys of the normalised texts taken. */
    Set<Long> texts() {
        return texts;
    }

    long taken() {
        return taken;
    }

    long passedOver() {
        return passedOver;
    }

    private void take(Sample sample, Consumer<Sample> consumer) {
        texts.add(TextKey.ofNormalised(sample.text()));
        taken++;
        consumer.accept(sample);
    }
}
