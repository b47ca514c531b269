package dev.reflux.worker.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.activities.learning.TestData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.opentest4j.TestAbortedException;

/** Rows of public data files, plain or compressed; the test is skipped where they are absent. */
final class PublicRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    private PublicRows() {}

    static Path file(String name) {
        return TestData.find(name)
                .orElseThrow(
                        () -> new TestAbortedException("needs the public data file " + name + " in REFLUX_TEST_DATA"));
    }

    static List<JsonNode> of(String name) throws IOException {
        return read(file(name));
    }

    static List<JsonNode> read(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
