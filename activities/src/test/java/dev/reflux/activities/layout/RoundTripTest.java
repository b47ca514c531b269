package dev.reflux.activities.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Ten thousand generated conversations, to another layout and back: what is not counted as lost is the same. */
class RoundTripTest {
    private static final int CONVERSATIONS = 10_000;
    private static final List<String> PIECES = List.of(
            "plain words ",
            "\"double\" and 'single' \\ backslash ",
            "\uD83D\uDC69\u200D\uD83D\uDCBB ",
            "\u05E9\u05DC\u05D5\u05DD \u202Bمرحبا\u202C ",
            "\u0000",
            "\uD800",
            "\uDC00 ",
            "line\nfeed\r\n\ttab ",
            "<|im_start|>{{ content }}[INST]</s> ",
            "\u2028\u00A0\uFEFF",
            ",;|\u0001");

    private final Random random = new Random(20240607);

    @Test
    void shareGptWithToolsComesBackFromMessages() {
        for (int i = 0; i < CONVERSATIONS; i++) {
            assertSame(sharegpt(i), Layout.SHAREGPT, Layout.MESSAGES);
        }
    }

    @Test
    void alpacaWithHistoryComesBackFromMessages() {
        for (int i = 0; i < CONVERSATIONS; i++) {
            assertSame(alpaca(i), Layout.ALPACA, Layout.MESSAGES);
        }
    }

    @Test
    void classificationAndPromptsComeBackFromMessages() {
        for (int i = 0; i < CONVERSATIONS; i++) {
            ObjectNode classified = row(i).put("text", text()).put("label", text());
            assertSame(classified, Layout.CLASSIFICATION, Layout.MESSAGES);
            ObjectNode prompt = row(i);
            prompt.putArray("prompt").addObject().put("role", "user").put("content", text());
            assertSame(prompt, Layout.PROMPT, Layout.MESSAGES);
        }
    }

    @Test
    void textPromptsComeBackFromMessagesAsTexts() {
        WritingOptions texts = new WritingOptions(false, false, false, Form.TEXTS);
        ObjectNode prompt = row(1).put("prompt", text());
        ObjectNode messages = convert(prompt, Layout.PROMPT, Layout.MESSAGES, texts);
        assertThat(convert(messages, Layout.MESSAGES, Layout.PROMPT, texts)).isEqualTo(prompt);
    }

    @Test
    void pairsComeBackFromShareGptAndFeedbackFromItself() {
        for (int i = 0; i < CONVERSATIONS; i++) {
            ObjectNode pair = row(i);
            pair.putArray("prompt").addObject().put("role", "user").put("content", text());
            pair.putArray("chosen").addObject().put("role", "assistant").put("content", text());
            pair.putArray("rejected").addObject().put("role", "assistant").put("content", text());
            pair.putObject("annotation_metrics").put("accuracy", random.nextDouble());
            assertSame(pair, Layout.PREFERENCE, Layout.SHAREGPT);
            assertSame(pair, Layout.PREFERENCE, Layout.PREFERENCE);
            ObjectNode feedback = row(i).put("prompt", text()).put("completion", text());
            assertSame(feedback.put("label", random.nextBoolean()), Layout.BINARY, Layout.BINARY);
        }
    }

    @Test
    void completionsComeBackFromMessagesShareGptAndThemselves() {
        for (int i = 0; i < CONVERSATIONS; i++) {
            ObjectNode row = row(i);
            ArrayNode prompt = row.putArray("prompt");
            for (int turn = 2 * random.nextInt(3); turn >= 0; turn--) {
                prompt.addObject()
                        .put("role", turn % 2 == 0 ? "user" : "assistant")
                        .put("content", text());
            }
            row.putArray("completion").addObject().put("role", "assistant").put("content", text());
            assertSame(row, Layout.COMPLETION, Layout.MESSAGES);
            assertSame(row, Layout.COMPLETION, Layout.SHAREGPT);
            ObjectNode texts = row(i).put("prompt", text()).put("completion", text());
            assertSame(texts, Layout.COMPLETION, Layout.COMPLETION);
            WritingOptions asTexts = new WritingOptions(false, false, false, Form.TEXTS);
            ObjectNode messages = convert(texts, Layout.COMPLETION, Layout.MESSAGES, asTexts);
            assertThat(convert(messages, Layout.MESSAGES, Layout.COMPLETION, asTexts))
                    .isEqualTo(texts);
        }
    }

    @Test
    void messagesKeepWhatTheyHold() {
        ObjectNode row = row(1);
        ArrayNode messages = row.putArray("messages");
        messages.addObject().put("role", "developer").put("content", text()).put("name", "ops");
        messages.addObject().put("role", "user").put("content", text()).put("weight", 0);
        ObjectNode call = messages.addObject().put("role", "assistant").put("content", text());
        call.put("reasoning_content", text());
        ObjectNode function = call.putArray("tool_calls")
                .addObject()
                .put("id", "c1")
                .put("type", "function")
                .putObject("function");
        function.put("name", "add").put("arguments", "{\"a\":1}");
        messages.addObject().put("role", "tool").put("content", text()).put("tool_call_id", "c1");
        assertSame(row, Layout.MESSAGES, Layout.MESSAGES);
    }

    @Test
    void aMegabyteIsNothingSpecial() {
        String large = "\uD83D\uDE00\u0000\uD800\"".repeat(200_000);
        ObjectNode row = row(1).put("instruction", large).put("input", "").put("output", large);
        assertSame(row, Layout.ALPACA, Layout.MESSAGES);
    }

    private static void assertSame(ObjectNode row, Layout layout, Layout through) {
        ObjectNode there = convert(row, layout, through, Rows.WITH_HISTORY);
        assertThat(convert(there, through, layout, Rows.WITH_HISTORY)).isEqualTo(row);
    }

    private static ObjectNode convert(ObjectNode row, Layout from, Layout to, WritingOptions options) {
        Conversion conversion = new Conversion(from, to, options);
        Converted converted = conversion.convert(row);
        assertThat(converted.refusal()).isNull();
        assertThat(conversion.losses().counts()).isEmpty();
        return converted.rows().get(0);
    }

    private ObjectNode sharegpt(int id) {
        ObjectNode row = row(id);
        ArrayNode turns = row.putArray("conversations");
        if (random.nextBoolean()) {
            turns.addObject().put("from", "system").put("value", text());
        }
        for (int round = random.nextInt(4); round >= 0; round--) {
            turns.addObject().put("from", "human").put("value", text());
            if (random.nextInt(3) == 0) {
                turns.addObject().put("from", "function_call").put("value", call());
                turns.addObject().put("from", "observation").put("value", text());
            }
            turns.addObject().put("from", "gpt").put("value", text());
        }
        if (random.nextBoolean()) {
            row.put(
                    "tools",
                    SpacedJson.write(JsonNodeFactory.instance.arrayNode().add(function())));
        }
        return row;
    }

    private ObjectNode function() {
        ObjectNode function = JsonNodeFactory.instance.objectNode().put("name", "f" + random.nextInt(9));
        function.put("description", text()).putObject("parameters").put("type", "object");
        return function;
    }

    private String call() {
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        for (int left = random.nextInt(3); left >= 0; left--) {
            calls.addObject()
                    .put("name", "f")
                    .putObject("arguments")
                    .put("q", text())
                    .put("n", random.nextInt(1000) / 8.0);
        }
        return SpacedJson.write(calls.size() == 1 ? calls.get(0) : calls);
    }

    private ObjectNode alpaca(int id) {
        ObjectNode row = row(id).put("instruction", text()).put("input", "").put("output", text());
        if (random.nextBoolean()) {
            row.put("system", text());
        }
        if (random.nextBoolean()) {
            ArrayNode history = row.putArray("history");
            history.addArray().add(text()).add(text());
            history.addArray().add(text()).add(text());
        }
        return row;
    }

    private static ObjectNode row(int id) {
        return JsonNodeFactory.instance.objectNode().put("id", "row-" + id);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int left = random.nextInt(5); left >= 0; left--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
