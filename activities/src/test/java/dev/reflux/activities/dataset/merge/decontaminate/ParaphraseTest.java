package dev.reflux.activities.dataset.merge.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.dataset.merge.BenchmarkItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Word problems told anew, in other words and another order. */
class ParaphraseTest {

    private static final EmbeddingSettings USUAL = new EmbeddingSettings(0.81, null);

    private final List<String> questions = new ArrayList<>();
    private final List<String> paraphrases = new ArrayList<>();

    @BeforeEach
    void read() throws IOException {
        try (InputStream file = ParaphraseTest.class.getResourceAsStream("paraphrases.jsonl")) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                JsonNode pair = new JsonMapper().readTree(line);
                questions.add(pair.get("question").textValue());
                paraphrases.add(pair.get("paraphrase").textValue());
            }
        }
    }

    @Test
    void areNotFoundByNgrams() {
        assertThat(find(questions, paraphrases, null).dropped()).isEmpty();
    }

    @Test
    void areFoundByTheirMeaningAndNamedByTheirOwnQuestion() {
        Decontaminated found = find(questions, paraphrases, USUAL);

        long right = found.dropped().entrySet().stream()
                .filter(each -> each.getValue()
                        .equals("b.jsonl:" + (Integer.parseInt(each.getKey().substring(3)) + 1)))
                .count();
        System.out.printf(Locale.ROOT, "%d of %d paraphrases found%n", right, paraphrases.size());
        assertThat(right).isGreaterThanOrEqualTo((long) Math.ceil(0.9 * paraphrases.size()));
        assertThat(found.report().benchmarks().get(0).matches())
                .allSatisfy(match -> assertThat(match.by()).isEqualTo("embedding"));
    }

    /** The hardest unrelated ones there are: other problems of the kind, written by the same people. */
    @Test
    void atMostOneInAHundredOtherQuestionsIsTakenForOne() throws IOException {
        List<String> all = new ArrayList<>(RealData.questions("benchmarks/gsm8k_test.jsonl"));
        all.addAll(questions);
        List<String> others = RealData.questions("benchmarks/gsm8k_train_1000.jsonl");

        int wrong = find(all, others, USUAL).dropped().size();
        int right = find(all, paraphrases, USUAL).dropped().size();

        System.out.printf(
                Locale.ROOT,
                "among %d questions, %d of %d paraphrases found, and %d of %d other questions%n",
                all.size(),
                right,
                paraphrases.size(),
                wrong,
                others.size());
        assertThat(wrong).isLessThanOrEqualTo(others.size() / 100);
        assertThat(right).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * paraphrases.size()));
    }

    private static Decontaminated find(List<String> questions, List<String> texts, EmbeddingSettings embedding) {
        List<BenchmarkItem> items = Decontaminated.items("b.jsonl", questions);
        DecontaminateSettings usual = Decontaminated.preset(Preset.TULU_3);
        DecontaminateSettings settings = new DecontaminateSettings(
                usual.benchmarks(), usual.preset(), null, null, null, null, null, usual.of(), 5, embedding);
        return Decontaminated.of(Decontaminated.samples(texts), items, settings);
    }
}
