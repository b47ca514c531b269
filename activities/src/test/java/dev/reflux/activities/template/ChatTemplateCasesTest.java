package dev.reflux.activities.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Real templates over real conversations, each with the text that transformers makes of them. */
class ChatTemplateCasesTest {

    private static final double LEAST_EQUAL = 0.98;
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void rendersRealTemplatesByteForByteAndNeverOtherBytes() throws IOException {
        Optional<Path> file = TestData.find("chat_templates/chat_template_cases.jsonl");
        assumeTrue(file.isPresent(), "chat_templates/chat_template_cases.jsonl is not there");
        List<String> different = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int equal = 0;
        int all = 0;
        for (String line : Files.readAllLines(file.get())) {
            JsonNode one = JSON.readTree(line);
            all++;
            try {
                String text = render(one);
                if (text.equals(one.path("expected").textValue())) {
                    equal++;
                } else {
                    different.add(
                            one.path("id").textValue() + " " + one.path("name").textValue());
                }
            } catch (ChatTemplateException e) {
                String expected = one.path("expected_error").textValue();
                if (expected != null && e.isRefusal() && e.getMessage().contains(expected)) {
                    equal++;
                } else {
                    refused.add(
                            one.path("id").textValue() + " " + one.path("name").textValue() + ": " + e.getMessage());
                }
            }
        }
        assertThat(different).as("other bytes").isEmpty();
        assertThat((double) equal / all).as("equal, refused %s", refused).isGreaterThanOrEqualTo(LEAST_EQUAL);
    }

    private static String render(JsonNode one) {
        RenderOptions options = RenderOptions.PLAIN
                .withTools(one.path("tools").isNull() ? null : one.path("tools"))
                .at(LocalDateTime.parse(one.path("now").textValue()));
        for (String name : List.of("bos_token", "eos_token")) {
            options = one.path(name).isNull() ? options : options.with(name, one.path(name));
        }
        for (Map.Entry<String, JsonNode> extra : one.path("extra_context").properties()) {
            options = options.with(extra.getKey(), extra.getValue());
        }
        JsonNode prompt = one.path("add_generation_prompt");
        options = prompt.isNull()
                ? options.with("add_generation_prompt", null)
                : options.withGenerationPrompt(prompt.asBoolean());
        return ChatTemplate.of("template", one.path("template").textValue())
                .render(one.path("messages"), options)
                .text();
    }
}
