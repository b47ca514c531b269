package dev.reflux.activities.stage.generate;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.Map;

/** Puts the demand for one instruction, in the campaign's own words, into a call. */
final class GridPrompt {

    static final String FIELD = "instruction";

    private static final Prompt PROMPT = Prompt.load(GridPrompt.class, "grid.txt", "demand", "language");

    private static final String SCHEMA = "{\"type\":\"object\",\"properties\":{\"" + FIELD
            + "\":{\"type\":\"string\"}},\"required\":[\"" + FIELD + "\"],\"additionalProperties\":false}";

    private GridPrompt() {}

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    /** First draw. */
    static TeacherCall call(String demand, GenerateSettings settings) {
        return settings.call(PROMPT.render(Map.of("demand", demand, "language", settings.languageName())))
                .by(SCHEMA);
    }
}
