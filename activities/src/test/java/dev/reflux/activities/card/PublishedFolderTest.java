package dev.reflux.activities.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Card;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;

/**
 * The folder of the exports, as trainers find it: by its card in Hugging Face {@code datasets}, through the functions of {@code trl} that
 * look at columns, and by {@code dataset_info.json}. Needs a Python with {@code datasets}, and takes {@code trl} and
 * {@code transformers} where they are: that of the variable REFLUX_PYTHON, or else {@code python3}.
 */
class PublishedFolderTest {
    private static final int LIBRARY_IS_ABSENT = 77;

    @TempDir
    Path workspace;

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "json", "parquet"})
    void everyExportLoadsByItsCardAndIsWhatTrainersExpect(String ending) throws Exception {
        PublishedCampaign campaign = new PublishedCampaign(workspace);
        campaign.exports = exports(ending);
        campaign.card = new Card(PublishedCampaign.NASTY, "cc-by-4.0", List.of("en", "no"), null, List.of());
        Path folder = campaign.publish();

        Process python = python(folder);
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor(5, TimeUnit.MINUTES)).isTrue();
        if (python.exitValue() == LIBRARY_IS_ABSENT) {
            throw new TestAbortedException("needs Python's library datasets");
        }
        assertThat(python.exitValue()).as(printed).isZero();
        assertThat(printed).contains(exports(ending).size() + " configurations loaded");
    }

    private static List<Export> exports(String ending) {
        List<Export> exports = new ArrayList<>();
        exports.add(new Export(Format.MESSAGES, "messages." + ending));
        exports.add(new Export(Format.ALPACA, "alpaca." + ending));
        exports.add(new Export(Format.SHAREGPT, "sharegpt." + ending));
        exports.add(new Export(Format.CLASSIFICATION, "classification." + ending));
        exports.add(new Export(Format.TEXT, "text." + ending, false, false, "chatml", true, false, null, null, null));
        for (boolean conversational : List.of(false, true)) {
            String form = conversational ? "-talked." : "-texts.";
            exports.add(new Export(Format.PREFERENCE, "preference" + form + ending, conversational, false));
            exports.add(new Export(Format.BINARY, "binary" + form + ending, conversational, false));
            exports.add(new Export(Format.PROMPT, "prompt" + form + ending, conversational, false));
        }
        return exports;
    }

    private Process python(Path folder) throws URISyntaxException {
        Path script = Path.of(getClass().getResource("load_published.py").toURI());
        String interpreter = System.getenv().getOrDefault("REFLUX_PYTHON", "python3");
        ProcessBuilder process = new ProcessBuilder(interpreter, script.toString(), folder.toString());
        process.environment().put("HF_HUB_OFFLINE", "1");
        process.environment().put("HF_HOME", workspace.resolve("home").toString());
        process.environment().put("HF_DATASETS_DISABLE_PROGRESS_BARS", "1");
        try {
            return process.redirectErrorStream(true).start();
        } catch (IOException absent) {
            throw new TestAbortedException("needs Python, got " + absent.getMessage());
        }
    }
}
