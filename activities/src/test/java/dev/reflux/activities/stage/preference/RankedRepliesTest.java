package dev.reflux.activities.stage.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.preference.PreferenceSettings.Form;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import dev.reflux.activities.stage.preference.PreferenceSettings.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies of OASST's conversation trees, which people put into an order: rank 0 is the best. */
class RankedRepliesTest {

    private static final String FILE = "instruction/oasst_en_60_tree.jsonl";

    private final Map<String, Integer> ranks = new TreeMap<>();
    private final List<Sample> prompts = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void pairsHoldNoTieAndNoInversion(Strategy strategy) throws IOException {
        read();
        PreferenceSettings settings =
                new PreferenceSettings(Source.SCORE, "annotation/rank", null, null, 0, strategy, 1000, Form.PAIR, null);
        List<Sample> pairs = new PreferenceStage()
                .process(prompts, null, settings).stream()
                        .filter(Sample::isAccepted)
                        .toList();

        assertThat(prompts).hasSizeGreaterThan(50);
        assertThat(pairs).hasSizeGreaterThan(50).allSatisfy(pair -> {
            assertThat(pair.answers()).extracting(Answer::mark).containsExactly(Mark.CHOSEN, Mark.REJECTED);
            assertThat(rank(pair, 0)).isLessThan(rank(pair, 1));
        });
        assertThat(pairs).extracting(Sample::id).doesNotHaveDuplicates();
    }

    private int rank(Sample pair, int answer) {
        return ranks.get(pair.text() + "\n" + pair.answers().get(answer).text());
    }

    private void read() throws IOException {
        Optional<Path> file = TestData.find(FILE);
        assumeTrue(file.isPresent(), "needs the public data file " + FILE + " in REFLUX_TEST_DATA");
        for (String line : Files.readAllLines(file.get())) {
            walk(new JsonMapper().readTree(line).get("prompt"));
        }
    }

    private void walk(JsonNode message) {
        List<Answer> answers = new ArrayList<>();
        for (JsonNode reply : message.path("replies")) {
            if (reply.path("role").asText().equals("assistant")) {
                answers.add(answer(message, reply));
            }
            walk(reply);
        }
        if (answers.size() > 1) {
            String text = message.get("text").textValue();
            prompts.add(StageCampaign.sample(message.get("message_id").textValue(), text, null)
                    .answered(answers));
        }
    }

    private Answer answer(JsonNode message, JsonNode reply) {
        Answer answer = Answer.of(reply.get("text").textValue(), null, null, null);
        if (!reply.hasNonNull("rank")) {
            return answer;
        }
        int rank = reply.get("rank").asInt();
        ranks.put(message.get("text").textValue() + "\n" + answer.text(), rank);
        return answer.judged(Verdict.passed("annotation/rank", (double) -rank, null));
    }
}
