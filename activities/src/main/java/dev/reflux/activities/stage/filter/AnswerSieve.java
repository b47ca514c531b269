package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Drops answers that do not pass. A marked answer is never dropped, for its pair would break: the sample is rejected, as it
 * is where no answer is left.
 */
final class AnswerSieve {

    private static final String DROPPED = FilterStage.NAME + "/drop-";

    private AnswerSieve() {}

    /** @param broken why an answer does not pass; empty if it does */
    static Sample sift(Sample sample, Function<Answer, Optional<String>> broken) {
        List<Answer> kept = new ArrayList<>();
        Provenance provenance = sample.provenance();
        String first = null;
        for (Answer answer : sample.answers()) {
            Optional<String> reason = broken.apply(answer);
            if (reason.isEmpty()) {
                kept.add(answer);
            } else if (answer.mark() != null) {
                return sample.rejected(reason.get());
            } else {
                first = first == null ? reason.get() : first;
                provenance = provenance.after(DROPPED + reason.get());
            }
        }
        if (kept.isEmpty() && first != null) {
            return sample.rejected(first);
        }
        return kept.size() == sample.answers().size()
                ? sample
                : sample.answered(kept).from(provenance);
    }
}
