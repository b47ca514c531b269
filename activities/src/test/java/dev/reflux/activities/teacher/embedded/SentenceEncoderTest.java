package dev.reflux.activities.teacher.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import dev.reflux.config.EmbeddedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SentenceEncoderTest {

    private static final String TEXT = "My new debit card has not come yet, when will it?";

    @ParameterizedTest
    @EnumSource
    void makesTheVectorThatTheModelsOwnClassMakes(EmbeddedModel model) {
        EmbeddingModel reference =
                switch (model) {
                    case ALL_MINILM_L6_V2 -> new AllMiniLmL6V2QuantizedEmbeddingModel();
                    case BGE_SMALL_EN_V1_5 -> new BgeSmallEnV15QuantizedEmbeddingModel();
                };
        float[] expected = reference.embed(TEXT).content().vector();
        assertThat(cosine(SentenceEncoder.of(model).encode(TEXT), expected)).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @EnumSource
    void putsParaphrasesCloserThanTextsOfOtherSubjects(EmbeddedModel model) {
        SentenceEncoder encoder = SentenceEncoder.of(model);
        float[] vector = encoder.encode(TEXT);
        double paraphrase = cosine(vector, encoder.encode("How long must I wait for the card that I ordered?"));
        double unrelated = cosine(vector, encoder.encode("Bake the cake for forty minutes at low heat."));
        assertThat(paraphrase).isGreaterThan(unrelated + 0.1);
    }

    @ParameterizedTest
    @EnumSource
    void encodesATextAlikeInOneThreadAndInFour(EmbeddedModel model) throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("my card " + "has not come ".repeat(i % 13) + i);
        }
        texts.add("");
        texts.add("long ".repeat(3000));
        assertThat(encoded(model, texts, 4)).usingRecursiveComparison().isEqualTo(encoded(model, texts, 1));
    }

    private static List<float[]> encoded(EmbeddedModel model, List<String> texts, int threads) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<float[]>> calls = new ArrayList<>();
            texts.forEach(text -> calls.add(() -> SentenceEncoder.of(model).encode(text)));
            List<float[]> vectors = new ArrayList<>();
            for (Future<float[]> vector : executor.invokeAll(calls)) {
                vectors.add(vector.get());
            }
            return vectors;
        } finally {
            executor.shutdown();
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double ones = 0;
        double others = 0;
        for (int d = 0; d < one.length; d++) {
            product += one[d] * other[d];
            ones += one[d] * one[d];
            others += other[d] * other[d];
        }
        return product / Math.sqrt(ones * others);
    }
}
