package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ContainerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads back samples that Reflux itself wrote: rows of a dataset, or of what a single step was applied to. In CSV, which has
 * no lists, what is not plain is JSON in a text.
 */
final class SampleRow {

    private static final ObjectReader SAMPLES = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Sample.class);

    private static final List<String> NESTED = List.of("candidates", "provenance", "task", "answers");

    private static final List<String> OFTEN_EMPTY = List.of("label", "confidence", "reason");

    private static final List<String> DECISIONS =
            List.of(Sample.Decision.ACCEPTED.name(), Sample.Decision.REJECTED.name());

    private SampleRow() {}

    /** True if a row says of itself what every sample does: id, text, decision and provenance. */
    static boolean is(JsonNode fields) {
        JsonNode provenance = fields.path("provenance");
        return fields.path("id").isTextual()
                && fields.path("text").isTextual()
                && DECISIONS.contains(fields.path("decision").asText())
                && (provenance.isObject() || provenance.asText().startsWith("{"));
    }

    /**
     * The sample, accepted again if it was rejected.
     *
     * @throws JsonProcessingException if it has a field that no sample has like this
     */
    static Sample read(ObjectNode fields) throws JsonProcessingException {
        ObjectNode row = fields.deepCopy();
        if (row.path("provenance").isTextual()) {
            row.remove(OFTEN_EMPTY.stream()
                    .filter(name -> row.path(name).asText().isEmpty())
                    .toList());
        }
        for (String name : NESTED) {
            JsonNode value = row.path(name);
            if (value.isTextual()) {
                row.set(name, value.textValue().isEmpty() ? null : SAMPLES.readTree(value.textValue()));
            }
        }
        removeNulls(row);
        if (!row.has("candidates")) {
            row.putArray("candidates");
        }
        Sample sample = SAMPLES.treeToValue(row, Sample.class);
        return sample.isAccepted() ? sample : sample.readmitted();
    }

    /** Nulls, which Parquet has for absent fields. */
    private static void removeNulls(ContainerNode<?> node) {
        if (node instanceof ObjectNode object) {
            List<String> absent = new ArrayList<>();
            object.properties().forEach(field -> {
                if (field.getValue().isNull()) {
                    absent.add(field.getKey());
                }
            });
            object.remove(absent);
        }
        node.forEach(child -> {
            if (child instanceof ContainerNode<?> container) {
                removeNulls(container);
            }
        });
    }
}
