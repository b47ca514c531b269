package dev.reflux.activities.teacher.embedded;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.reflux.config.EmbeddedModel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Turns a text into a vector of length 1 by a quantised {@link EmbeddedModel}. Safe for many threads; a text has the same
 * vector whichever thread asks, beside whatever others.
 *
 * <p>Runs ONNX Runtime directly on the models that LangChain4j ships, one thread a call: LangChain4j's own class tokenizes a
 * text several times and lets every call take all processors, which makes concurrent short texts a third slower.
 */
public final class SentenceEncoder {

    public static final int DIMENSIONS = 384;

    /** Positions the model has; what lies beyond is cut off. */
    private static final String MOST_TOKENS = "512";

    /** Without it the tokenizer library looks for a cloud host's metadata service and reports to its makers. */
    private static final String NO_CALLS_HOME = "OPT_OUT_TRACKING";

    private static final ConcurrentMap<EmbeddedModel, SentenceEncoder> LOADED = new ConcurrentHashMap<>();

    private final EmbeddedModel model;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private SentenceEncoder(EmbeddedModel model) throws IOException, OrtException {
        this.model = model;
        System.setProperty(NO_CALLS_HOME, "true");
        environment = OrtEnvironment.getEnvironment();
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        try (InputStream weights = resource(".onnx");
                InputStream vocabulary = resource("-tokenizer.json")) {
            session = environment.createSession(weights.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    vocabulary, Map.of("padding", "false", "truncation", "true", "maxLength", MOST_TOKENS));
        }
    }

    /** The process's one encoder of a model, loaded when first asked for. */
    public static SentenceEncoder of(EmbeddedModel model) {
        return LOADED.computeIfAbsent(model, SentenceEncoder::load);
    }

    private static SentenceEncoder load(EmbeddedModel model) {
        try {
            return new SentenceEncoder(model);
        } catch (IOException | OrtException e) {
            throw new IllegalStateException(
                    "The in-process model " + model.modelName() + " cannot be loaded: " + e.getMessage(), e);
        }
    }

    /** Name of the quantised model: what its vectors are known by, and its files. */
    String name() {
        return model.modelName() + "-q";
    }

    /** The vector of a text; an empty text has one too. */
    public float[] encode(String text) {
        Encoding encoding = tokenizer.encode(text);
        long[] ids = encoding.getIds();
        try (OnnxTensor tokens = tensor(ids);
                OnnxTensor mask = tensor(encoding.getAttentionMask());
                OnnxTensor types = tensor(encoding.getTypeIds());
                OrtSession.Result result =
                        session.run(Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types))) {
            return meanOf(((OnnxTensor) result.get(0)).getFloatBuffer().array(), pooledTokens(ids.length));
        } catch (OrtException e) {
            throw new IllegalStateException(
                    "The in-process model " + name() + " failed on a text of " + ids.length + " tokens: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Of two vectors that {@link #encode} made. Four sums side by side, which the processor adds at once. */
    public static float cosine(float[] one, float[] other) {
        float first = 0;
        float second = 0;
        float third = 0;
        float fourth = 0;
        for (int d = 0; d < DIMENSIONS; d += 4) {
            first += one[d] * other[d];
            second += one[d + 1] * other[d + 1];
            third += one[d + 2] * other[d + 2];
            fourth += one[d + 3] * other[d + 3];
        }
        return first + second + third + fourth;
    }

    private OnnxTensor tensor(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** Each model must be read as it was trained: by the mean of all tokens, or by the first one, which sums up the text. */
    private int pooledTokens(int tokens) {
        return switch (model) {
            case ALL_MINILM_L6_V2 -> tokens;
            case BGE_SMALL_EN_V1_5 -> 1;
        };
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

    private InputStream resource(String ending) throws IOException {
        InputStream stream = SentenceEncoder.class.getResourceAsStream("/" + name() + ending);
        if (stream == null) {
            throw new IOException("not on the class path: " + name() + ending
                    + "; add the langchain4j-embeddings artifact of that model to this deployment");
        }
        return stream;
    }
}
