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
 * record of the same text, from the second on, {@code -k} after it. A sample that Reflux
 * wrote keeps the id it has.
 */
final class SampleMaker {

    private final InputFile file;
    private final Map<Long, Integer> seen = new HashMap<>();
    private final Map<String, Integer> seenIds = new HashMap<>();

    SampleMaker(InputFile file) {
        this.file = file;
    }

    Sample make(InputRecord input) {
        return input.sample() == null ? made(input) : again(input.sample());
    }

    /** Under its own id; one that comes a second time is told apart from the first. */
    private Sample again(Sample sample) {
        int repeat = seenIds.merge(sample.id(), 1, Integer::sum);
        return repeat == 1 ? sample : sample.as(sample.id() + "-" + repeat);
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
