package dev.reflux.activities.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.List;

/** Rows written as JSON with single quotes, and conversions of one row. */
final class Rows {
    static final WritingOptions WITH_HISTORY = new WritingOptions(true, false, false, Form.AS_READ);
    static final WritingOptions CHOSEN = new WritingOptions(false, true, false, Form.AS_READ);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Rows() {}

    static ObjectNode row(String json) {
        try {
            return (ObjectNode) JSON.readTree(json.replace('\'', '"'));
        } catch (JsonProcessingException notJson) {
            throw new AssertionError(notJson);
        }
    }

    static Layout detected(ObjectNode row) {
        LayoutDetector detector = new LayoutDetector();
        detector.see(row);
        return detector.layout("rows.jsonl");
    }

    /** The one row that a row becomes, read in the layout that its columns tell. */
    static ObjectNode converted(String json, Layout to, WritingOptions options) {
        ObjectNode row = row(json);
        Converted converted = new Conversion(detected(row), to, options).convert(row);
        assertThat(converted.refusal()).isNull();
        assertThat(converted.rows()).hasSize(1);
        return converted.rows().get(0);
    }

    static ObjectNode converted(String json, Layout to) {
        return converted(json, to, WritingOptions.standard());
    }

    static String refusal(String json, Layout to) {
        ObjectNode row = row(json);
        Converted converted = new Conversion(detected(row), to, WritingOptions.standard()).convert(row);
        assertThat(converted.rows()).isEmpty();
        return converted.refusal();
    }

    static List<String> losses(String json, Layout to, WritingOptions options) {
        ObjectNode row = row(json);
        Conversion conversion = new Conversion(detected(row), to, options);
        assertThat(conversion.convert(row).refusal()).isNull();
        return List.copyOf(conversion.losses().counts().keySet());
    }
}
