package dev.reflux.activities.stage.pseudolabel;

/** How a chat model's raw confidence in its label is measured. */
public enum ConfidenceMethod {
    /** The probability of the label's own tokens; one call a sample, needs a server that returns log-probabilities. */
    LOGPROB,
    /** The share of several draws that agree (self-consistency, Wang et al. 2022). */
    VOTE,
    /** What the model says its confidence is; one call a sample, the least reliable of the three. */
    VERBAL
}
