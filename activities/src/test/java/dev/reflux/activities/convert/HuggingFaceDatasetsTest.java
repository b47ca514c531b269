package dev.reflux.activities.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * What is written loads in Hugging Face's own library, with the columns that trainers look for. Needs a Python with
 * {@code datasets}: that of the variable REFLUX_PYTHON, or else {@code python3}.
 */
class HuggingFaceDatasetsTest {
    private static final int LIBRARY_IS_ABSENT = 77;
    private static final WritingOptions MESSAGES = new WritingOptions(true, false, false, Form.MESSAGES);
    private static final String SAID = "\\\"quoted\\\", line\\nfeed \uD83D\uDE00 \u05E9\u05DC\u05D5\u05DD {{x}}";
    private static final String TALK = "{\"messages\": [{\"role\": \"system\", \"content\": \"Be brief.\"},"
            + " {\"role\": \"user\", \"content\": \"" + SAID + "\"}, {\"role\": \"assistant\", \"content\": \"" + SAID
            + "\"}]}\n{\"messages\": [{\"role\": \"user\", \"content\": \"Hi\"},"
            + " {\"role\": \"assistant\", \"content\": \"Hello\"}]}\n";
    private static final String PAIRS = "{\"prompt\": \"" + SAID + "\", \"chosen\": \"yes\", \"rejected\": \"no\","
            + " \"annotation_metrics\": {\"accuracy\": 4.5}}\n";
    private static final String CLASSES = "{\"text\": \"" + SAID + "\", \"label\": \"refund\", \"confidence\": 0.5}\n";

    @TempDir
    Path folder;

    @Test
    void loadsWithTheColumnsThatTrainersLookFor() throws Exception {
        write("talk", TALK, Layout.MESSAGES, Layout.SHAREGPT, Layout.ALPACA, Layout.PROMPT);
        write("pairs", PAIRS, Layout.PREFERENCE, Layout.BINARY);
        write("classes", CLASSES, Layout.CLASSIFICATION);
        flat("texts", PAIRS, Layout.BINARY, "csv");
        flat("classes", CLASSES, Layout.CLASSIFICATION, "csv");

        Process python = python();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (python.exitValue() == LIBRARY_IS_ABSENT) {
            throw new TestAbortedException("needs Python's library datasets");
        }
        assertThat(python.exitValue()).as(printed).isZero();
        assertThat(printed).contains("files loaded with datasets");
    }

    private void write(String name, String rows, Layout... layouts) throws IOException {
        Path in =
                Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(name + ".jsonl"), rows);
        for (Layout layout : layouts) {
            for (String ending : List.of("jsonl", "json", "jsonl.gz", "jsonl.zst", "parquet")) {
                convert(in, layout.word() + "." + ending, layout, MESSAGES);
            }
        }
    }

    private void flat(String name, String rows, Layout layout, String ending) throws IOException {
        Path in =
                Files.writeString(Files.createDirectories(folder.resolve("in")).resolve(name + ".jsonl"), rows);
        for (String each : List.of("jsonl", ending)) {
            convert(in, layout.word() + "-texts." + each, layout, WritingOptions.standard());
        }
    }

    private void convert(Path in, String name, Layout to, WritingOptions options) throws IOException {
        Path out = Files.createDirectories(folder.resolve("out")).resolve(name);
        ConversionReport report = new FileConversion(in, out, true).run(FileConversion.layoutOf(in), to, options);
        assertThat(report.unwritten()).isEmpty();
    }

    private Process python() throws URISyntaxException {
        Path script = Path.of(getClass().getResource("load_datasets.py").toURI());
        String interpreter = System.getenv().getOrDefault("REFLUX_PYTHON", "python3");
        ProcessBuilder process = new ProcessBuilder(
                interpreter, script.toString(), folder.resolve("out").toString());
        process.environment().putAll(quietly());
        try {
            return process.redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new TestAbortedException("needs Python, got " + absent.getMessage());
        }
    }

    /** Nothing is fetched, and nothing is kept outside the test's folder. */
    private Map<String, String> quietly() {
        Map<String, String> environment = new TreeMap<>();
        environment.put("HF_HUB_OFFLINE", "1");
        environment.put("HF_HOME", folder.resolve("home").toString());
        environment.put("HF_DATASETS_DISABLE_PROGRESS_BARS", "1");
        return environment;
    }
}
