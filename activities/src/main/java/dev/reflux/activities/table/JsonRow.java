package dev.reflux.activities.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A row as a JSON object, and back: numbers keep their digits, and half a surrogate pair stays what it is, as an escape. */
public final class JsonRow implements RowFormat {

    private static final String REMEDY = "write one object a line: {\"text\": \"…\", \"label\": \"…\"}";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectReader READER = MAPPER.readerFor(JsonNode.class);

    @Override
    public ObjectNode read(byte[] piece) throws InvalidRowException {
        return read(RowFormat.text(piece));
    }

    static ObjectNode read(String text) throws InvalidRowException {
        try {
            JsonNode value = READER.readValue(text);
            if (value instanceof ObjectNode fields) {
                return fields;
            }
            throw InvalidRowException.of("must hold JSON objects", text, REMEDY);
        } catch (JsonProcessingException | ArithmeticException | NumberFormatException e) {
            throw InvalidRowException.of("must hold JSON", text, REMEDY);
        }
    }

    /** The row in one line of UTF-8, without a line feed. */
    public static byte[] write(ObjectNode fields) {
        try {
            return MAPPER.writeValueAsBytes(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("row cannot be written as JSON", e);
        }
    }
}
