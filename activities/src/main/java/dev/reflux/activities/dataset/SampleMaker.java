package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.TextKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes samples of one file's records. The id is the first 16 hexadecimal digits of the text's SHA-256, and for the k-th
 * record of the same text, from the second on, {@code -k} after it. What Reflux wrote is taken as it is, accepted once more.
 */
final class SampleMaker {

    private final InputFile file;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Map<Long, Integer> lines = new HashMap<>();

    SampleMaker(InputFile file) {
        this.file = file;
    }

    /** @throws dev.reflux.config.InvalidCampaignException if a record before it has the same id */
    Sample make(InputRecord input) {
        Sample sample = input.whole() == null ? made(input) : input.whole().readmitted();
        Integer before = lines.putIfAbsent(TextKey.of(sample.id()), input.line());
        if (before != null) {
            throw file.broken(
                    input.line(),
                    "must give each sample an id of its own; line " + before + " has it too",
                    sample.id(),
                    "remove one of the two, or give it another id");
        }
        return sample;
    }

    private Sample made(InputRecord input) {
        long key = TextKey.of(input.text());
        int repeat = seen.merge(key, 1, Integer::sum);
        String id = repeat == 1 ? TextKey.hex(key) : TextKey.hex(key) + "-" + repeat;
        Provenance provenance = new Provenance(file.origin(input.line()), null, null, 0, null);
        return new Sample(id, input.text(), input.label(), null, List.of(), Decision.ACCEPTED, null, provenance)
                .under(input.task())
                .answered(input.answers());
    }
}
