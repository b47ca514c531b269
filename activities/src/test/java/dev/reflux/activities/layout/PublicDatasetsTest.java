package dev.reflux.activities.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.layout.WritingOptions.Form;
import dev.reflux.activities.learning.TestData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** Public datasets as trainers' own projects ship them. */
class PublicDatasetsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource({
        "alpaca_en_demo.json, ALPACA, 999",
        "identity.json, ALPACA, 91",
        "code_alpaca_2k.json, ALPACA, 2017",
        "glaive_toolcall_en_demo.json, SHAREGPT, 300",
        "fastchat_dummy_conversation.json, SHAREGPT, 500"
    })
    void comesBackFromMessagesWhereNothingIsLost(String name, Layout layout, int count) throws IOException {
        List<ObjectNode> rows = rows(name);
        assertThat(rows).hasSize(count);
        assertThat(detected(rows)).isEqualTo(layout);
        int identical = 0;
        for (ObjectNode row : rows) {
            Conversion there = new Conversion(layout, Layout.MESSAGES, WritingOptions.standard());
            ObjectNode messages = there.convert(row).rows().get(0);
            if (there.losses().counts().isEmpty()) {
                Conversion back = new Conversion(Layout.MESSAGES, layout, WritingOptions.standard());
                assertThat(back.convert(messages).rows()).containsExactly(row);
                assertThat(back.losses().counts()).isEmpty();
                identical++;
            } else {
                assertThat(there.losses().counts()).containsOnlyKeys("input-joined");
                assertThat(row.path("input").textValue()).isNotEmpty();
            }
        }
        assertThat(identical)
                .isEqualTo(rows.stream()
                        .filter(row -> row.path("input").asText().isEmpty())
                        .count());
    }

    @Test
    void pairsOfLlamaFactoryComeBackFromTheLayoutOfTrl() throws IOException {
        List<ObjectNode> rows = rows("dpo_en_demo.json");
        assertThat(detected(rows)).isEqualTo(Layout.SHAREGPT);
        Conversion there = new Conversion(Layout.SHAREGPT, Layout.PREFERENCE, WritingOptions.standard());
        Conversion back = new Conversion(Layout.PREFERENCE, Layout.SHAREGPT, WritingOptions.standard());
        for (ObjectNode row : rows) {
            ObjectNode pair = there.convert(row).rows().get(0);
            assertThat(pair.path("prompt")).isNotEmpty();
            assertThat(back.convert(pair).rows()).containsExactly(row);
        }
        assertThat(there.losses().counts()).isEmpty();
    }

    @Test
    void thumbsOfLlamaFactoryBecomeTheLayoutOfTrl() throws IOException {
        List<ObjectNode> rows = rows("kto_en_demo.json");
        assertThat(detected(rows)).isEqualTo(Layout.BINARY);
        Conversion conversion = new Conversion(Layout.BINARY, Layout.BINARY, WritingOptions.standard());
        int liked = 0;
        for (ObjectNode row : rows) {
            ObjectNode written = conversion.convert(row).rows().get(0);
            JsonNode messages = row.path("messages");
            assertThat(written.path("prompt")).hasSize(messages.size() - 1);
            assertThat(written.path("completion").get(0).path("content"))
                    .isEqualTo(messages.get(messages.size() - 1).path("content"));
            liked += written.path("label").booleanValue() ? 1 : 0;
        }
        assertThat(liked).isEqualTo(150);
    }

    @Test
    void transcriptsAreCutAfterTheirLastCommonQuestion() throws IOException {
        List<ObjectNode> rows = rows("hh_rlhf_harmless_test_500.jsonl");
        WritingOptions texts = new WritingOptions(false, false, false, Form.TEXTS);
        Conversion conversion = new Conversion(detected(rows), Layout.PREFERENCE, texts);
        for (ObjectNode row : rows) {
            ObjectNode pair = conversion.convert(row).rows().get(0);
            String prompt = pair.path("prompt").textValue();
            assertThat(prompt).startsWith("\n\nHuman:").endsWith("\n\nAssistant:");
            assertThat(prompt + pair.path("chosen").textValue())
                    .isEqualTo(row.path("chosen").textValue());
            assertThat(prompt + pair.path("rejected").textValue())
                    .isEqualTo(row.path("rejected").textValue());
        }
    }

    private static Layout detected(List<ObjectNode> rows) {
        LayoutDetector detector = new LayoutDetector();
        rows.forEach(detector::see);
        return detector.layout("public");
    }

    private static List<ObjectNode> rows(String name) throws IOException {
        Path file = TestData.find("instruction/" + name)
                .orElseThrow(() -> new TestAbortedException("needs the public data file instruction/" + name));
        if (name.endsWith(".json")) {
            return JSON.readerForListOf(ObjectNode.class).readValue(file.toFile());
        }
        try (MappingIterator<ObjectNode> lines =
                JSON.readerFor(ObjectNode.class).readValues(file.toFile())) {
            return lines.readAll();
        }
    }
}
