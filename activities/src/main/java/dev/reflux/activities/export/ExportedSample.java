package dev.reflux.activities.export;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.reflux.activities.shard.Sample;

/** A sample in the layout {@code classification}; {@code confidence} is null where there is none. */
@JsonPropertyOrder({"text", "label", "confidence"})
record ExportedSample(String text, String label, Double confidence) {
    static ExportedSample of(Sample sample) {
        return new ExportedSample(sample.text(), sample.label(), sample.confidence());
    }
}
