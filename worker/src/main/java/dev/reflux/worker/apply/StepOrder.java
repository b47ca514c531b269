package dev.reflux.worker.apply;

import java.nio.file.Path;
import java.util.Map;

/**
 * What to apply to what.
 *
 * @param step name of a stage or of a merge step
 * @param samples file of samples; null for a stage that makes its own from seeds
 * @param settings of the step, by dotted key, over those of the campaign
 * @param campaign campaign file that lends teachers, seeds and settings, or null
 * @param seeds file of seeds, over the campaign's, or null
 * @param teacher settings of the main teacher, by dotted key, over those of the campaign
 */
public record StepOrder(
        String step,
        Path samples,
        Map<String, String> settings,
        Path campaign,
        Path seeds,
        Map<String, String> teacher) {}
