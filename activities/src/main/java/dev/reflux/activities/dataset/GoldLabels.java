package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.TextKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The pool's true labels by sample id. They may lie outside the campaign's labels: what no teacher can get right. */
final class GoldLabels {

    private final InputFile file;
    private final Map<String, Gold> byId = new HashMap<>();

    private record Gold(String label, int line) {}

    GoldLabels(InputFile file) {
        this.file = file;
        SampleMaker maker = new SampleMaker(file);
        Map<Long, Gold> byText = new HashMap<>();
        new InputReader(file, Labels.REQUIRED).forEach(input -> {
            Gold gold = new Gold(input.label().intern(), input.line());
            Gold other = byText.putIfAbsent(TextKey.of(input.text()), gold);
            if (other != null && !other.label().equals(gold.label())) {
                throw file.broken(
                        gold.line(),
                        "must give a text one label; line " + other.line() + " says '" + other.label() + "'",
                        "'" + gold.label() + "'",
                        "keep the right one");
            }
            byId.put(maker.make(input).id(), gold);
        });
    }

    /** A pool sample under its true label; null where it has none. */
    Sample of(Sample pooled) {
        Gold gold = byId.get(pooled.id());
        if (gold == null) {
            return null;
        }
        Provenance provenance = new Provenance(file.origin(gold.line()), null, null, 0, null);
        return new Sample(
                pooled.id(), pooled.text(), gold.label(), null, List.of(), pooled.decision(), null, provenance);
    }

    InputFile file() {
        return file;
    }
}
