package dev.reflux.activities.stage.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import org.junit.jupiter.api.Test;

class AnswerSettingsTest {

    @Test
    void namesTheTeacherItAsks() {
        assertThat(settings(null, 1, 0).teachers()).isEmpty();
        assertThat(settings("strong", 1, 0).teachers()).containsExactly("strong");
        assertThat(settings(null, 1, 0).role(StageCampaign.teacher(Provider.OPENAI)))
                .isEqualTo(WorkerRole.TEACHER);
        assertThat(settings(null, 1, 0).asksInWords()).isTrue();
    }

    @Test
    void refusesToPayForTheSameAnswerTwice() {
        assertThatThrownBy(() -> settings(null, 2, 0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("temperature must be above 0 where there are several candidates, or all say the same,"
                        + " got 0; write, say, 0.7, or candidates: 1");
    }

    private static AnswerSettings settings(String teacher, int candidates, double temperature) {
        return new AnswerSettings(teacher, candidates, temperature, null, null, 300, 2);
    }
}
