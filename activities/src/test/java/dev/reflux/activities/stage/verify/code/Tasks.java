package dev.reflux.activities.stage.verify.code;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.opentest4j.TestAbortedException;

/** Tasks with tests, made up or of public benchmarks. */
final class Tasks {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Tasks() {}

    static Sample sample(String text, Map<String, String> checks) {
        Sample.Provenance provenance = new Sample.Provenance("tasks.jsonl:1", null, null, 0, null);
        return new Sample("s1", text, null, null, List.of(), Sample.Decision.ACCEPTED, null, provenance)
                .under(new Task(null, List.of(), null, null, null, checks));
    }

    static Answer answer(String text) {
        return Answer.of(text, null, null, null);
    }

    /** A benchmark's task: prompt, test, and the entry point where it has one. */
    static Sample of(JsonNode row) {
        String prompt = row.get("prompt").asText();
        String test = row.get("test").asText();
        return row.has("entry_point")
                ? sample(
                        prompt,
                        Map.of(
                                "prompt",
                                prompt,
                                "tests",
                                test,
                                "entryPoint",
                                row.get("entry_point").asText()))
                : sample(prompt, Map.of("prompt", prompt, "tests", test));
    }

    /** A benchmark's rows; the test is skipped where they are absent. */
    static List<JsonNode> rows(String file) throws IOException {
        Path path = TestData.find(file)
                .orElseThrow(() -> new TestAbortedException("no " + file + " in the folder REFLUX_TEST_DATA"));
        List<JsonNode> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(path);
                BufferedReader lines = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
