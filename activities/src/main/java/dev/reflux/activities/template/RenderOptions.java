package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How messages are rendered.
 *
 * @param addGenerationPrompt whether the text ends where an assistant's turn begins
 * @param masks whether the spans the assistant wrote are wanted
 * @param tools JSON Schemas of the tools, as a list; null for none
 * @param now what {@code strftime_now} tells; null for the machine's time
 * @param variables further names a template may read, {@code bos_token} and {@code eos_token} among them, before those of the
 *     template's own tokenizer; a null value takes a name away
 */
public record RenderOptions(
        boolean addGenerationPrompt,
        boolean masks,
        JsonNode tools,
        LocalDateTime now,
        Map<String, JsonNode> variables) {

    /** The conversation as it stands, without masks. */
    public static final RenderOptions PLAIN = new RenderOptions(false, false, null, null, Map.of());

    public RenderOptions withGenerationPrompt(boolean wanted) {
        return new RenderOptions(wanted, masks, tools, now, variables);
    }

    public RenderOptions withMasks() {
        return new RenderOptions(addGenerationPrompt, true, tools, now, variables);
    }

    public RenderOptions withTools(JsonNode schemas) {
        return new RenderOptions(addGenerationPrompt, masks, schemas, now, variables);
    }

    public RenderOptions at(LocalDateTime time) {
        return new RenderOptions(addGenerationPrompt, masks, tools, time, variables);
    }

    public RenderOptions with(String name, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new RenderOptions(addGenerationPrompt, masks, tools, now, more);
    }
}
