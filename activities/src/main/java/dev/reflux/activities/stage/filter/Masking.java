package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.PersonalSettings.Treatment;
import dev.reflux.activities.stage.filter.personal.PersonalData;

/**
 * Puts placeholders in the place of personal data. The id stays, and the provenance says which kinds were there; label,
 * reference and checks are what others compare with, and stay as they are.
 */
final class Masking {

    private static final String OPERATION = FilterStage.NAME + "/mask-";

    private final FilterSettings settings;

    Masking(FilterSettings settings) {
        this.settings = settings;
    }

    Sample of(Sample sample) {
        Sample masked = sample;
        for (PersonalData kind : PersonalData.values()) {
            if (settings.treatment().of(kind) == Treatment.MASK) {
                masked = masked(masked, kind);
            }
        }
        return masked;
    }

    private Sample masked(Sample sample, PersonalData kind) {
        Sample masked = sample;
        if (settings.of() != Of.ANSWERS) {
            masked = SampleTexts.asked(masked, kind::mask);
        }
        if (settings.of() != Of.TEXT) {
            masked = SampleTexts.said(masked, kind::mask);
        }
        return masked.equals(sample) ? sample : masked.from(sample.provenance().after(OPERATION + kind.word()));
    }
}
