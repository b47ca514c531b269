package dev.reflux.activities.shard;

import dev.reflux.activities.shard.Sample.Candidate;
import java.util.List;

/** What must hold of a sample that comes in from a file, beyond the types of its fields: no step checks it again. */
final class WholeSample {

    private WholeSample() {}

    /** @throws BrokenSampleException at the first field that is none */
    static Sample require(Sample sample) throws BrokenSampleException {
        Double confidence = sample.confidence();
        if (confidence != null && !(confidence >= 0 && confidence <= 1)) {
            throw BrokenSampleException.at("confidence", "be in [0, 1]", confidence);
        }
        for (int i = 0; i < sample.candidates().size(); i++) {
            Candidate candidate = sample.candidates().get(i);
            requireText("candidates[" + i + "].label", candidate.label());
        }
        for (int i = 0; i < sample.task().history().size(); i++) {
            Message turn = sample.task().history().get(i);
            if (turn.role() == null || turn.content() == null) {
                throw BrokenSampleException.at("task.history[" + i + "]", "have a role and a content", turn);
            }
        }
        requireVerdicts("task", sample.task().verdicts());
        for (int i = 0; i < sample.answers().size(); i++) {
            requireVerdicts("answers[" + i + "]", sample.answers().get(i).verdicts());
        }
        return sample;
    }

    private static void requireVerdicts(String of, List<Verdict> verdicts) throws BrokenSampleException {
        for (int i = 0; i < verdicts.size(); i++) {
            String place = of + ".verdicts[" + i + "]";
            Verdict verdict = verdicts.get(i);
            requireText(place + ".by", verdict.by());
            if (verdict.outcome() == null) {
                throw BrokenSampleException.at(place + ".outcome", "be passed, failed or undecided", null);
            }
            if (verdict.score() != null && !Double.isFinite(verdict.score())) {
                throw BrokenSampleException.at(place + ".score", "be a finite number", verdict.score());
            }
        }
    }

    private static void requireText(String place, String text) throws BrokenSampleException {
        if (text == null || text.isBlank()) {
            throw BrokenSampleException.at(place, "be a text that is not empty", text);
        }
    }
}
