package dev.reflux.activities.convert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.PythonScript;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written loads in Hugging Face's own library, with the columns that trainers look for. Needs a Python with
 * {@code datasets}: that of the variable REFLUX_PYTHON, or else {@code python3}.
 */
class HuggingFaceDatasetsTest {
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

        String printed =
                PythonScript.read(getClass(), "load_datasets.py", folder.resolve("out"), folder.resolve("home"));
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
}
