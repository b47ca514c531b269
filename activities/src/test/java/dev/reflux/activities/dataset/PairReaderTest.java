package dev.reflux.activities.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.TaskFields;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairReaderTest {

    @Test
    void readsAPairAndTheRatingsOfItsChosenAnswer() throws JsonProcessingException {
        assertThat(read("""
                {"chosen": "yes", "rejected": "no", "annotation_metrics":
                  {"accuracy": 5, "safety": 4.5, "helpfulness": null}}"""))
                .containsExactly(
                        answer(
                                "yes",
                                Mark.CHOSEN,
                                Verdict.passed("annotation/accuracy", 5.0, null),
                                Verdict.passed("annotation/safety", 4.5, null)),
                        answer("no", Mark.REJECTED));
    }

    @Test
    void readsTheRatingsOfBoth() throws JsonProcessingException {
        assertThat(read("""
                {"chosen": "yes", "rejected": "no", "annotation_metrics":
                  {"chosen": {"safety": 5}, "rejected": {"safety": 1}}}"""))
                .containsExactly(
                        answer("yes", Mark.CHOSEN, Verdict.passed("annotation/safety", 5.0, null)),
                        answer("no", Mark.REJECTED, Verdict.passed("annotation/safety", 1.0, null)));
    }

    @Test
    void readsMessages() throws JsonProcessingException {
        assertThat(read("""
                {"chosen": [{"role": "user", "content": "?"}, {"role": "assistant", "content": "yes"}],
                 "rejected": {"role": "assistant", "content": "no"}}""")).containsExactly(answer("yes", Mark.CHOSEN), answer("no", Mark.REJECTED));
    }

    @Test
    void aRecordWithoutAPairHasNone() throws JsonProcessingException {
        assertThat(read("{\"text\": \"x\", \"rejected\": false, \"annotation_metrics\": {\"safety\": 1}}"))
                .isEmpty();
    }

    private static List<Answer> read(String json) throws JsonProcessingException {
        return new PairReader(TaskFields.STANDARD).read(new JsonMapper().readTree(json));
    }

    private static Answer answer(String text, Mark mark, Verdict... verdicts) {
        return new Answer(text, null, null, null, mark, List.of(verdicts));
    }
}
