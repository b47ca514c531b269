package dev.reflux.activities.teacher.embedded;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Map;

/**
 * Turns a text into a vector of length 1: all-MiniLM-L6-v2, quantised, mean-pooled. Safe for many threads; a text has the
 * same vector whichever thread asks, beside whatever others.
 *
 * <p>Runs ONNX Runtime directly on the model that LangChain4j ships, one thread a call: LangChain4j's own class tokenizes a
 * text several times and lets every call take all processors, which makes concurrent short texts a third slower.
 */
final class SentenceEncoder {

    static final int DIMENSIONS = 384;
    static final String MODEL = "all-minilm-l6-v2-q";

    /** Positions the model has; what lies beyond is cut off. */
    private static final String MOST_TOKENS = "512";

    /** Without it the tokenizer library looks for a cloud host's metadata service and reports to its makers. */
    private static final String NO_CALLS_HOME = "OPT_OUT_TRACKING";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private SentenceEncoder() throws IOException, OrtException {
        System.setProperty(NO_CALLS_HOME, "true");
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        try (InputStream model = resource(".onnx");
                InputStream vocabulary = resource("-tokenizer.json")) {
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("padding", "false", "truncation", "true", "maxLength", MOST_TOKENS));
        }
    }

    /** The process's one encoder, loaded when first asked for. */
    static SentenceEncoder shared() {
        return Holder.SHARED;
    }

    /** The vector of a text; an empty text has one too. */
    float[] encode(String text) {
        Encoding encoding = tokenizer.encode(text);
        long[] ids = encoding.getIds();
        try (OnnxTensor tokens = tensor(ids);
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return meanOf(((OnnxTensor) result.get(0)).getFloatBuffer().array(), ids.length);
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The in-process model " + MODEL + " failed on a text of " + ids.length + " tokens: "
                            + e.getMessage(),
                    e);
        }
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    private static float[] meanOf(float[] tokenVectors, int tokens) {
        double[] sum = new double[DIMENSIONS];
        for (int token = 0; token < tokens; token++) {
            for (int d = 0; d < DIMENSIONS; d++) {
                sum[d] += tokenVectors[token * DIMENSIONS + d];
            }
        }
        double squares = 0;
        for (double value : sum) {
            squares += value * value;
        }
        float[] unit = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            unit[d] = (float) (sum[d] / Math.sqrt(squares));
        }
        return unit;
    }

    private static InputStream resource(String ending) throws IOException {
        InputStream stream = SentenceEncoder.class.getResourceAsStream("/" + MODEL + ending);
        if (stream == null) {
            throw new IOException("not on the class path: " + MODEL + ending + "; add langchain4j-embeddings-" + MODEL
                    + " to this deployment");
        }
        return stream;
    }

    private static final class Holder {

        static final SentenceEncoder SHARED = load();

        private static SentenceEncoder load() {
            try {
                return new SentenceEncoder();
            } catch (IOException | OrtException e) {
                throw new IllegalStateException(
                        "The in-process model " + MODEL + " cannot be loaded: " + e.getMessage(), e);
            }
        }
    }
}
