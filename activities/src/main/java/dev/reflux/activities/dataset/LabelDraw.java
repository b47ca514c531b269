package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws so many samples of each label. Samples are ranked by the SHA-256 of {@code randomSeed:id}, in hexadecimal, and
 * the first of each label are drawn: the same on every machine, in whatever order the file has them, and with no more in
 * memory than is drawn.
 */
final class LabelDraw {

    private final InputFile file;
    private final int perLabel;
    private final Map<String, TreeMap<String, Offer>> byLabel = new TreeMap<>();

    private record Offer(int line, Sample sample) {}

    LabelDraw(InputFile file) {
        this.file = file;
        this.perLabel = file.grammar().perLabel();
    }

    void offer(int line, Sample sample) {
        TreeMap<String, Offer> drawn = byLabel.computeIfAbsent(sample.label(), label -> new TreeMap<>());
        drawn.put(rank(sample), new Offer(line, sample));
        if (drawn.size() > perLabel) {
            drawn.pollLastEntry();
        }
    }

    /**
     * The samples drawn, in the file's order.
     *
     * @throws dev.reflux.config.InvalidCampaignException if a label has too few
     */
    List<Sample> drawn() {
        byLabel.forEach((label, drawn) -> {
            if (drawn.size() < perLabel) {
                throw file.broken(
                        0,
                        "perLabel " + perLabel + " needs as many samples of label '" + label + "'",
                        Integer.toString(drawn.size()),
                        "lower perLabel, or add samples of that label");
            }
        });
        return byLabel.values().stream()
                .flatMap(drawn -> drawn.values().stream())
                .sorted(Comparator.comparingInt(Offer::line))
                .map(Offer::sample)
                .toList();
    }

    private String rank(Sample sample) {
        String salted = file.grammar().randomSeed() + ":" + sample.id();
        return HexFormat.of().formatHex(TextKey.sha256().digest(salted.getBytes(StandardCharsets.UTF_8)));
    }
}
