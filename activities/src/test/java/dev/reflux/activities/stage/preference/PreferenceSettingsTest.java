package dev.reflux.activities.stage.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.stage.preference.PreferenceSettings.Form;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import dev.reflux.activities.stage.preference.PreferenceSettings.Strategy;
import dev.reflux.config.InvalidSettingException;
import org.junit.jupiter.api.Test;

class PreferenceSettingsTest {

    @Test
    void looksForTheVerdictThatBelongsToItsSource() {
        assertThat(settings(Source.SCORE, null, 0, Form.PAIR, null).verdict()).isEqualTo("judge");
        assertThat(settings(Source.VERDICT, null, 0, Form.PAIR, null).verdict()).isEqualTo("verify");
    }

    @Test
    void refusesWhatItsSourceDoesNotKnow() {
        assertThatThrownBy(() -> settings(Source.VERDICT, null, 0.5, Form.PAIR, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("margin must be left out unless from is score, got 0.5; remove it");
        assertThatThrownBy(() -> settings(Source.SCORE, "strong", 0, Form.PAIR, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("prefer must be left out unless from is teacher, got strong; write from: teacher");
        assertThatThrownBy(() -> settings(Source.EVOLVED, null, 0, Form.BINARY, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("form must be pair where from is evolved, got binary; write form: pair");
    }

    @Test
    void aThresholdBelongsToScoresThatAreMarkedOneByOne() {
        assertThatThrownBy(() -> settings(Source.SCORE, null, 0, Form.BINARY, null))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("threshold must be given where form is binary and from is score, got none");
        assertThatThrownBy(() -> settings(Source.VERDICT, null, 0, Form.BINARY, 4.0))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageEndingWith("got 4.0; remove it");
    }

    private static PreferenceSettings settings(Source from, String prefer, double margin, Form form, Double threshold) {
        return new PreferenceSettings(from, null, prefer, null, margin, Strategy.BEST_WORST, 10, form, threshold);
    }
}
