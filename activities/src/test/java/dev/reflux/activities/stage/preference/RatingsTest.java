package dev.reflux.activities.stage.preference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.preference.PreferenceSettings.Form;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import dev.reflux.activities.stage.preference.PreferenceSettings.Strategy;
import dev.reflux.config.Provider;
import dev.reflux.config.WorkerRole;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatingsTest {

    private static final Sample SAMPLE = StageCampaign.sample("s", "Do it", null)
            .answered(List.of(by("weak", "a"), by("strong", "b"), by("other", "c"), by(null, "d")));

    @Test
    void rejectsTheAnswersOfAllOtherTeachers() {
        assertThat(rated(null)).containsExactly("a 0.0", "b 1.0", "c 0.0", "d 0.0");
    }

    @Test
    void rejectsTheAnswersOfOneTeacherAlone() {
        assertThat(rated("weak")).containsExactly("a 0.0", "b 1.0");
    }

    @Test
    void asksForAWorkerThatKnowsTheTeachers() {
        PreferenceSettings settings = settings("strong", "weak");

        assertThat(settings.teachers()).containsExactly("strong", "weak");
        assertThat(settings.role(StageCampaign.teacher(Provider.OPENAI))).isEqualTo(WorkerRole.TEACHER);
        assertThat(settings.asksInWords()).isFalse();
    }

    private static List<String> rated(String over) {
        return new Ratings(settings("strong", over), "strong", over)
                .of(SAMPLE).stream()
                        .map(rated -> rated.answer().text() + " " + rated.value())
                        .toList();
    }

    private static PreferenceSettings settings(String prefer, String over) {
        return new PreferenceSettings(Source.TEACHER, null, prefer, over, 0, Strategy.BEST_WORST, 10, Form.PAIR, null);
    }

    private static Answer by(String teacher, String text) {
        return Answer.of(text, null, teacher, null);
    }
}
