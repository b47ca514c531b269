package dev.reflux.activities.stage.pseudolabel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudoLabelSettingsTest {

    @Test
    void waitsOnChatModelsAndComputesWithTheEmbeddedOne() {
        assertThat(settings(null).role(StageCampaign.teacher(Provider.ANTHROPIC)))
                .isEqualTo(WorkerRole.TEACHER);
        assertThat(settings(null).role(StageCampaign.teacher(Provider.EMBEDDED)))
                .isEqualTo(WorkerRole.COMPUTE);
    }

    @Test
    void takesLogprobsFromOpenAiAndWordsFromOthersUnlessToldOtherwise() {
        assertThat(settings(null).methodFor(Provider.OPENAI)).isEqualTo(ConfidenceMethod.LOGPROB);
        assertThat(settings(null).methodFor(Provider.GEMINI)).isEqualTo(ConfidenceMethod.VERBAL);
        assertThat(settings(ConfidenceMethod.VOTE).methodFor(Provider.OPENAI)).isEqualTo(ConfidenceMethod.VOTE);
    }

    @Test
    void refusesAConfidenceThatTheTeacherCannotGive() {
        assertThatThrownBy(() -> settings(ConfidenceMethod.LOGPROB).role(StageCampaign.teacher(Provider.OLLAMA)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("confidence needs log-probabilities, which only provider openai gives, got logprob;"
                        + " write confidence: vote, or verbal");
        assertThatThrownBy(() -> settings(ConfidenceMethod.VOTE).role(StageCampaign.teacher(Provider.EMBEDDED)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("must be left out where the teacher is embedded");
    }

    @Test
    void refusesLabelsThatAreNoChoice() {
        for (List<String> labels : List.of(List.<String>of(), List.of("a"), List.of("a", "a"), List.of("a", " "))) {
            assertThatThrownBy(() -> new PseudoLabelSettings(labels, null, 5, 0.7, null, 1, 100, 10))
                    .isInstanceOf(InvalidSettingException.class);
        }
    }

    private static PseudoLabelSettings settings(ConfidenceMethod method) {
        return new PseudoLabelSettings(null, method, 5, 0.7, null, 1, 100, 10);
    }
}
