package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;

/** One JSON object a line; blank lines are passed over. */
final class JsonlRows implements InputRows {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private static final String REMEDY = "write one object a line: {\"text\": \"…\", \"label\": \"…\"}";

    private final InputFile file;

    JsonlRows(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(BufferedReader text, RowConsumer consumer) throws IOException {
        int number = 1;
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (!line.isBlank()) {
                consumer.accept(number, object(number, line));
            }
            number++;
        }
    }

    private JsonNode object(int number, String line) {
        try {
            JsonNode value = JSON.readValue(line);
            if (!value.isObject()) {
                throw file.broken(number, "must hold JSON objects", line, REMEDY);
            }
            return value;
        } catch (JsonProcessingException e) {
            throw file.broken(number, "must hold JSON", line, REMEDY);
        }
    }
}
