package dev.reflux.activities.reply;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds JSON where servers return it fenced, surrounded by prose, loosely quoted, or after their thoughts. */
public final class JsonInWords {

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_LEADING_DECIMAL_POINT_FOR_NUMBERS)
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .build();

    private static final Pattern THINKING = Pattern.compile("<think>.*?</think>", Pattern.DOTALL);
    private static final Pattern FENCE = Pattern.compile("```\\w*");

    private JsonInWords() {}

    /** The words without fences and thoughts. */
    public static String unwrapped(String words) {
        return FENCE.matcher(THINKING.matcher(words).replaceAll(""))
                .replaceAll("")
                .strip();
    }

    /** Every JSON object in the words, in order; an inner one only where the outer one is broken. */
    public static List<JsonNode> objects(String words) {
        List<JsonNode> objects = new ArrayList<>();
        int from = words.indexOf('{');
        while (from >= 0) {
            int end = from + 1;
            try (JsonParser parser = LENIENT.createParser(words.substring(from))) {
                JsonNode object = LENIENT.readTree(parser);
                end = from + (int) parser.currentLocation().getCharOffset();
                objects.add(object);
            } catch (JsonProcessingException broken) {
                // A brace in prose, or an object that is cut: what follows may still hold a whole one.
                end = from + 1;
            } catch (IOException e) {
                throw new UncheckedIOException("Reading from memory must not fail", e);
            }
            from = words.indexOf('{', end);
        }
        return objects;
    }
}
