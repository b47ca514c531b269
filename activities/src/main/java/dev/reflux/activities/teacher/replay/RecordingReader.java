package dev.reflux.activities.teacher.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Reads a recording whole: one object a line with {@code prompt} and {@code answers}; blank lines are passed over. */
final class RecordingReader {

    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build()
            .readerFor(JsonNode.class);

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String REMEDY = "write one object a line: {\"prompt\": \"…\", \"answers\": [\"…\"]}";

    private final RecordingFile file;
    private final Map<String, List<String>> answers = new HashMap<>();
    private final Map<String, Integer> lines = new HashMap<>();

    private RecordingReader(RecordingFile file) {
        this.file = file;
    }

    /** @throws dev.reflux.config.InvalidCampaignException if the file is missing or any line of it is wrong */
    static Recording read(RecordingFile file) {
        byte[] bytes = file.bytes();
        RecordingReader reader = new RecordingReader(file);
        reader.takeLines(bytes);
        if (reader.answers.isEmpty()) {
            throw file.broken(0, "must hold at least one recorded answer", "none", REMEDY);
        }
        return new Recording(sha256(bytes), reader.answers);
    }

    private void takeLines(byte[] bytes) {
        int number = 1;
        int start = 0;
        while (start < bytes.length) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            String line = decoded(number, ByteBuffer.wrap(bytes, start, end - start));
            String text = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
            if (!text.isBlank()) {
                take(number, text);
            }
            start = end + 1;
            number++;
        }
    }

    private String decoded(int number, ByteBuffer bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw file.broken(number, "must be UTF-8", "other bytes", "save the file with encoding UTF-8");
        }
    }

    private void take(int number, String line) {
        JsonNode record = object(number, line);
        String prompt = prompt(number, record);
        Integer before = lines.putIfAbsent(prompt, number);
        if (before != null) {
            throw file.broken(
                    number,
                    "must record each prompt once",
                    "the prompt of line " + before + " again",
                    "put all its answers into one list");
        }
        answers.put(prompt, answers(number, record));
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

    private String prompt(int number, JsonNode record) {
        JsonNode prompt = field(number, record, "prompt");
        if (!prompt.isTextual() || prompt.textValue().isBlank()) {
            throw file.broken(number, "must give 'prompt' as text that is not blank", prompt.toString(), REMEDY);
        }
        return prompt.textValue().strip();
    }

    private List<String> answers(int number, JsonNode record) {
        JsonNode list = field(number, record, "answers");
        List<String> texts = new ArrayList<>();
        for (JsonNode answer : list) {
            if (answer.isTextual()) {
                texts.add(answer.textValue());
            }
        }
        if (!list.isArray() || texts.isEmpty() || texts.size() < list.size()) {
            throw file.broken(number, "must give 'answers' as a list of at least one text", list.toString(), REMEDY);
        }
        return List.copyOf(texts);
    }

    private JsonNode field(int number, JsonNode record, String name) {
        JsonNode value = record.get(name);
        if (value == null) {
            List<String> names = new ArrayList<>();
            record.fieldNames().forEachRemaining(names::add);
            throw file.broken(number, "needs field '" + name + "'", "fields " + names, REMEDY);
        }
        return value;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
