package dev.reflux.activities.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;

/** One JSON array of objects; a row's line is where its object begins. */
final class JsonArrayRows implements InputRows {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String REMEDY = "write an array of objects: [{\"question\": \"…\"}, …]";

    private final InputFile file;

    JsonArrayRows(InputFile file) {
        this.file = file;
    }

    @Override
    public void forEach(BufferedReader text, RowConsumer consumer) throws IOException {
        int line = 1;
        try (JsonParser parser = JSON.createParser(text)) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                line = parser.currentTokenLocation().getLineNr();
                JsonNode value = parser.readValueAsTree();
                if (value == null || !value.isObject()) {
                    throw file.broken(line, "must hold JSON objects", String.valueOf(value), REMEDY);
                }
                consumer.accept(line, value);
            }
            if (parser.nextToken() != null) {
                line = parser.currentTokenLocation().getLineNr();
                throw file.broken(line, "must end with its array", parser.getText(), REMEDY);
            }
        } catch (JsonProcessingException e) {
            throw file.broken(line, "must hold JSON", e.getOriginalMessage(), REMEDY);
        }
    }
}
