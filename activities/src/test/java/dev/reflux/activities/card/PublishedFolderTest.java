package dev.reflux.activities.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.PythonScript;
import dev.reflux.config.Card;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The folder of the exports, as trainers find it: by its card in Hugging Face {@code datasets}, through the functions of {@code trl} that
 * look at columns, and by {@code dataset_info.json}. Needs a Python with {@code datasets}, and takes {@code trl} and
 * {@code transformers} where they are: that of the variable REFLUX_PYTHON, or else {@code python3}.
 */
class PublishedFolderTest {
    @TempDir
    Path workspace;

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "json", "parquet"})
    void everyExportLoadsByItsCardAndIsWhatTrainersExpect(String ending) throws Exception {
        PublishedCampaign campaign = new PublishedCampaign(workspace);
        campaign.exports = exports(ending);
        campaign.card = new Card(PublishedCampaign.NASTY, "cc-by-4.0", List.of("en", "no"), null, List.of());
        Path folder = campaign.publish();

        String printed = PythonScript.read(getClass(), "load_published.py", folder, workspace.resolve("home"));
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
}
