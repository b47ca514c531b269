package dev.reflux.activities.stage.judge;

import static dev.reflux.activities.stage.judge.Trials.HONESTY;
import static dev.reflux.activities.stage.judge.Trials.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.PlanJson;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JudgeSettingsTest {

    @Test
    void anAspectThatIsBuiltInNeedsNothingButItsName() {
        Aspect resolved = HONESTY.resolved();

        assertThat(resolved.question()).isNotBlank();
        assertThat(resolved.levels()).hasSize(5);
        assertThat(BuiltInAspects.names())
                .allSatisfy(
                        name -> assertThat(BuiltInAspects.named(name).name()).isEqualTo(name));
    }

    @Test
    void survivesTheWayThroughAPlan() {
        JudgeSettings settings = settings(
                JudgeMode.ABSOLUTE,
                1.5,
                List.of("strict"),
                HONESTY,
                new Aspect("brevity", "Is it short?", 0, 2, List.of("no", "so so", "yes")));

        assertThat(PlanJson.mapper().convertValue(PlanJson.mapper().valueToTree(settings), JudgeSettings.class))
                .isEqualTo(settings);
        assertThat(settings.asksInWords()).isTrue();
    }

    @Test
    void refusesAspectsThatNobodyCouldJudgeBy() {
        refuses(
                () -> new Aspect("brevity", null, 1, 5, List.of()),
                "question must be given for an aspect that is not one of");
        refuses(
                () -> new Aspect("honesty", null, 1, 10, List.of()),
                "question must be given for an aspect that is not one of");
        refuses(() -> new Aspect("Brevity", "Short?", 1, 5, List.of()), "name must be lower-case words");
        refuses(() -> new Aspect("brevity", "Short?", 5, 5, List.of()), "most must be above least, got 5 and 5");
        refuses(
                () -> new Aspect("brevity", "Short?", 1, 3, List.of("no", "yes")),
                "levels must describe every score from 1 to 3, got 2 descriptions");
    }

    @Test
    void refusesAThresholdOffTheScale() {
        refuses(
                () -> settings(JudgeMode.ABSOLUTE, 5.5, List.of()),
                "passAt must be on the scale of instruction-following, from 1.0 to 5.0, got 5.5");
        refuses(
                () -> settings(JudgeMode.PAIRWISE, 3.0, List.of()),
                "passAt must be on the scale of overall, from 0.0 to 1.0, got 3.0; write a share of wins such as 0.5");
        assertThat(settings(JudgeMode.QUALITY, 6.0, List.of()).passAt()).isEqualTo(6);
    }

    @Test
    void refusesWhatWouldCountTwiceOrNotAtAll() {
        refuses(
                () -> settings(JudgeMode.ABSOLUTE, null, List.of(), HONESTY, HONESTY),
                "aspects must be named once each");
        refuses(() -> settings(JudgeMode.ABSOLUTE, null, List.of("a", "a")), "teachers must be named once each");
        refuses(
                () -> settings(JudgeMode.COMPLEXITY, null, List.of(), HONESTY),
                "aspects must be left out where mode is complexity, got 1 of them; remove them");
    }

    private static void refuses(ThrowingCallable settings, String message) {
        assertThatThrownBy(settings).hasMessageStartingWith(message);
    }
}
