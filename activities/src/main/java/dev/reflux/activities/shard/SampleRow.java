package dev.reflux.activities.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A row that holds a whole sample, as shards and {@code reflux apply --out} hold it: known by its {@code id}, {@code text},
 * {@code decision} and a {@code provenance} with fields of its own. In a table of plain columns the fields that have fields
 * of their own are JSON in a text, and what is empty is not there.
 */
public final class SampleRow {

    private static final String PROVENANCE = "provenance";

    private static final List<String> NESTED = List.of(PROVENANCE, "candidates", "task", "answers");

    /** Shards spell enums in kebab-case, {@code apply} as Java does. */
    private static final ObjectReader SAMPLES = JsonMapper.builder()
            .enumNamingStrategy(EnumNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build()
            .readerFor(Sample.class);

    private SampleRow() {}

    /** Whether the row has the fields of a sample. */
    public static boolean fits(JsonNode row) {
        return row.has("id")
                && row.has("text")
                && row.has("decision")
                && (row.path(PROVENANCE).isObject() || unfolded(row, PROVENANCE).isObject());
    }

    /** A field that is JSON in a text; missing where it is none. */
    private static JsonNode unfolded(JsonNode row, String name) {
        try {
            return row.path(name).isTextual()
                    ? SAMPLES.readTree(row.path(name).textValue())
                    : MissingNode.getInstance();
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The row of a plain table as shards would hold it. */
    private static JsonNode unfolded(JsonNode row) {
        ObjectNode whole = row.deepCopy();
        for (String name : NESTED) {
            JsonNode value = unfolded(row, name);
            if (!value.isMissingNode()) {
                whole.set(name, value);
            }
        }
        row.fields().forEachRemaining(field -> {
            if (field.getValue().isTextual() && field.getValue().textValue().isEmpty()) {
                whole.remove(field.getKey());
            }
        });
        return whole;
    }

    /**
     * The sample as it was written.
     *
     * @param row one that {@link #fits}
     * @throws BrokenSampleException if it is not whole
     */
    public static Sample read(JsonNode row) throws BrokenSampleException {
        return whole(row.path(PROVENANCE).isObject() ? row : unfolded(row));
    }

    private static Sample whole(JsonNode row) throws BrokenSampleException {
        for (String name : List.of("id", "text", "decision")) {
            if (!row.path(name).isTextual() || row.path(name).textValue().isBlank()) {
                throw BrokenSampleException.at(name, "be a text that is not empty", row.path(name));
            }
        }
        if (!row.path(PROVENANCE).path("origin").isTextual()) {
            throw BrokenSampleException.at(PROVENANCE, "say its origin", row.path(PROVENANCE));
        }
        for (String name : List.of("candidates", "answers")) {
            requireObjects(name, row.path(name));
        }
        try {
            return WholeSample.require(SAMPLES.readValue(row));
        } catch (JsonMappingException e) {
            throw broken(row, e);
        } catch (JsonProcessingException e) {
            throw BrokenSampleException.at("id", "begin a whole sample", e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("a row in memory can be read", e);
        }
    }

    private static void requireObjects(String name, JsonNode list) throws BrokenSampleException {
        for (int i = 0; i < list.size(); i++) {
            if (list.isArray() && !list.get(i).isObject()) {
                throw BrokenSampleException.at(name + "[" + i + "]", "be an object", list.get(i));
            }
        }
    }

    private static BrokenSampleException broken(JsonNode row, JsonMappingException failure) {
        StringBuilder field = new StringBuilder();
        JsonNode value = row;
        for (Reference reference : failure.getPath()) {
            if (reference.getFieldName() == null) {
                field.append('[').append(reference.getIndex()).append(']');
                value = value.path(reference.getIndex());
            } else {
                field.append(field.isEmpty() ? "" : ".").append(reference.getFieldName());
                value = value.path(reference.getFieldName());
            }
        }
        return BrokenSampleException.at(field.toString(), "be what a sample has there", value);
    }
}
