package dev.reflux.activities.stage.pseudolabel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.config.Provider;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChatLabellerTest {

    @Test
    void drawsDifferentAnswersToTheSameQuestionForAVote() {
        List<TeacherCall> calls = calls(ConfidenceMethod.VOTE);

        assertThat(calls).extracting(TeacherCall::sampleIndex).containsExactly(0, 1, 2, 3, 4);
        assertThat(calls).allSatisfy(call -> assertThat(call.temperature()).isEqualTo(0.7));
        assertThat(calls).noneMatch(TeacherCall::logprobs);
        assertThat(calls.stream().map(TeacherCall::user).distinct()).hasSize(1);
    }

    @Test
    void asksOnceWhereOneAnswerTellsItsConfidence() {
        assertThat(calls(ConfidenceMethod.LOGPROB)).hasSize(1).allMatch(TeacherCall::logprobs);
        assertThat(calls(ConfidenceMethod.VERBAL)).hasSize(1).noneMatch(TeacherCall::logprobs);
    }

    private static List<TeacherCall> calls(ConfidenceMethod method) {
        PseudoLabelSettings settings = new PseudoLabelSettings(null, method, 5, 0.7, null, 1, 1000, 10);
        LabelSet labels = new LabelSet(List.of("refund", "card-lost"));
        return ChatLabeller.by(method, labels, settings, StageCampaign.teacher(Provider.OPENAI))
                .calls("Where is it?", List.of());
    }
}
