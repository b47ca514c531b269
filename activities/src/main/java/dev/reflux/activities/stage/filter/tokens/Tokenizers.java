package dev.reflux.activities.stage.filter.tokens;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import dev.reflux.config.InvalidSettingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Tokenizers by name, those of OpenAI's models, or by a {@code tokenizer.json} in Hugging Face's format. */
public final class Tokenizers {

    /** Without it the tokenizer library looks for a cloud host's metadata service and reports to its makers. */
    private static final String NO_CALLS_HOME = "OPT_OUT_TRACKING";

    private static final String FILE = ".json";
    private static final List<String> ENCODINGS = Stream.of(
                    EncodingType.O200K_BASE, EncodingType.CL100K_BASE, EncodingType.P50K_BASE, EncodingType.R50K_BASE)
            .map(Tokenizers::name)
            .toList();

    /** Whole texts, not cut to a model's window nor filled up to it. */
    private static final Map<String, String> AS_IT_IS =
            Map.of("truncation", "false", "padding", "false", "addSpecialTokens", "false");

    /** An encoding takes a moment and some memory to load. */
    private static final class Loaded {
        static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();
    }

    private record OpenAiTokens(Encoding encoding) implements TokenCounter {
        @Override
        public int applyAsInt(String text) {
            return encoding.countTokensOrdinary(text);
        }

        @Override
        public void close() {
            // Encodings are shared and stay.
        }
    }

    private record FileTokens(HuggingFaceTokenizer tokenizer) implements TokenCounter {
        @Override
        public int applyAsInt(String text) {
            return tokenizer.encode(text, false, false).getIds().length;
        }

        @Override
        public void close() {
            tokenizer.close();
        }
    }

    private Tokenizers() {}

    private static String name(EncodingType encoding) {
        return encoding.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** True where a setting names a file and no encoding. */
    public static boolean isFile(String tokenizer) {
        return tokenizer.toLowerCase(Locale.ROOT).endsWith(FILE);
    }

    /** @throws InvalidSettingException if a setting names neither an encoding nor a file */
    public static void requireKnown(String tokenizer) {
        if (!isFile(tokenizer) && !ENCODINGS.contains(tokenizer)) {
            throw new InvalidSettingException(
                    "tokenizer",
                    "must be one of " + String.join(", ", ENCODINGS) + " or end in " + FILE,
                    tokenizer,
                    "write o200k-base, or the path of a tokenizer.json");
        }
    }

    /** The encoding of this name. */
    public static TokenCounter named(String encoding) {
        EncodingType type =
                EncodingType.valueOf(encoding.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new OpenAiTokens(Loaded.REGISTRY.getEncoding(type));
    }

    /**
     * The tokenizer in a file.
     *
     * @throws InvalidSettingException if it holds none
     */
    public static TokenCounter in(Path file) throws IOException {
        System.setProperty(NO_CALLS_HOME, "true");
        try (InputStream bytes = Files.newInputStream(file)) {
            return new FileTokens(HuggingFaceTokenizer.newInstance(bytes, AS_IT_IS));
        } catch (RuntimeException e) {
            throw new InvalidSettingException(
                    "tokenizer",
                    "must be a tokenizer.json that Hugging Face's tokenizers reads",
                    file + " (" + e.getMessage() + ")",
                    "point it to the file beside the model's weights");
        }
    }
}
