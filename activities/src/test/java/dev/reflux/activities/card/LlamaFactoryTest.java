package dev.reflux.activities.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.PythonScript;
import dev.reflux.activities.convert.FileConversion;
import dev.reflux.activities.layout.Layout;
import dev.reflux.activities.layout.WritingOptions;
import dev.reflux.activities.layout.WritingOptions.Form;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What LLaMA-Factory's own code makes of exports and of converted files: every row is trained on, with all that it says and with
 * the right part to be learnt. Needs a Python with {@code llamafactory}: that of the variable REFLUX_PYTHON, or else {@code python3}.
 */
class LlamaFactoryTest {
    private static final WritingOptions WITH_HISTORY = new WritingOptions(true, false, false, Form.TEXTS);
    private static final String TALKS = """
            {"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Ünï {{content}}?"},
             {"role": "assistant", "content": "\\"Yes\\",\\nof course \\uD83D\\uDE00"}, {"role": "user", "content": "Sure?"},
             {"role": "assistant", "content": "Quite."}]}
            {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}
            """.replace("\n ", " ");
    private static final String TOOLS = """
            {"messages": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Weather in Bodø?"},
             {"role": "assistant", "content": null, "tool_calls": [{"id": "a", "type": "function", "function":
             {"name": "weather", "arguments": "{\\"city\\": \\"Bodø\\", \\"days\\": 2}"}}]},
             {"role": "tool", "tool_call_id": "a", "content": "{\\"celsius\\": [3, 4]}"},
             {"role": "assistant", "content": "Cold."}], "tools": [{"type": "function", "function": {"name": "weather",
             "description": "Tells it", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}}]}
            {"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello"}]}
            """.replace("\n ", " ");
    private static final String PAIRS = """
            {"prompt": [{"role": "system", "content": "Be brief."}, {"role": "user", "content": "Hi"}],
             "chosen": [{"role": "assistant", "content": "Hello"}], "rejected": [{"role": "assistant", "content": "No"}]}
            """.replace("\n ", " ");
    private static final String CONVERTED_INFO = """
            {"alpaca": {"file_name": "alpaca.ENDING", "formatting": "alpaca", "columns": {"prompt": "instruction",
              "query": "input", "response": "output", "system": "system", "history": "history"}},
             "sharegpt": {"file_name": "sharegpt.ENDING", "formatting": "sharegpt",
              "columns": {"messages": "conversations"}},
             "sharegpt-tools": {"file_name": "sharegpt-tools.ENDING", "formatting": "sharegpt",
              "columns": {"messages": "conversations", "tools": "tools"}},
             "preference-alpaca": {"file_name": "preference-alpaca.ENDING", "formatting": "alpaca", "ranking": true,
              "columns": {"prompt": "instruction", "query": "input", "system": "system", "chosen": "chosen",
               "rejected": "rejected"}},
             "preference-sharegpt": {"file_name": "preference-sharegpt.ENDING", "formatting": "sharegpt", "ranking": true,
              "columns": {"messages": "conversations", "chosen": "chosen", "rejected": "rejected"}}}
            """;

    @TempDir
    Path workspace;

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "json", "parquet"})
    void trainsOnEveryRowOfEveryExport(String ending) throws Exception {
        PublishedCampaign campaign = new PublishedCampaign(workspace);
        campaign.exports = exports(ending);

        assertThat(readBy(campaign.publish())).contains(campaign.exports.size() + " data sets read by llamafactory");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jsonl", "json", "parquet"})
    void trainsOnEveryRowThatIsConverted(String ending) throws Exception {
        convert(TALKS, Layout.ALPACA, "alpaca." + ending);
        convert(TALKS, Layout.SHAREGPT, "sharegpt." + ending);
        convert(TOOLS, Layout.SHAREGPT, "sharegpt-tools." + ending);
        convert(PAIRS, Layout.ALPACA, "preference-alpaca." + ending);
        convert(PAIRS, Layout.SHAREGPT, "preference-sharegpt." + ending);
        Files.writeString(workspace.resolve("out/dataset_info.json"), CONVERTED_INFO.replace("ENDING", ending));

        assertThat(readBy(workspace.resolve("out"))).contains("5 data sets read by llamafactory");
    }

    private static List<Export> exports(String ending) {
        List<Export> exports = new ArrayList<>();
        for (Format format : Format.values()) {
            String path = format.name().toLowerCase(Locale.ROOT) + "." + ending;
            boolean isText = format == Format.TEXT;
            exports.add(
                    new Export(format, path, false, false, isText ? "chatml" : null, isText, false, null, null, null));
        }
        return exports;
    }

    private void convert(String rows, Layout to, String name) throws IOException {
        Path in = Files.writeString(workspace.resolve("in.jsonl"), rows);
        Path out = Files.createDirectories(workspace.resolve("out")).resolve(name);
        assertThat(new FileConversion(in, out, true)
                        .run(FileConversion.layoutOf(in), to, WITH_HISTORY)
                        .unwritten())
                .isEmpty();
    }

    private String readBy(Path folder) throws Exception {
        return PythonScript.read(getClass(), "load_llama_factory.py", folder, workspace.resolve("home"));
    }
}
