package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Decides on a sample: first its text, then its answers, as far as the settings ask for them.
 *
 * <p>Of a preference pair or of binary feedback the answer marked as rejected is a bad example on purpose: it is looked
 * through for listed words and personal data alone. A marked answer is never dropped, for its pair would break: the
 * sample is rejected.
 */
final class Screening {

    private static final String DROPPED = FilterStage.NAME + "/drop-";

    private final Screen screen;
    private final Masking masking;
    private final Of of;

    Screening(Screen screen, FilterSettings settings) {
        this.screen = screen;
        this.masking = new Masking(settings);
        this.of = settings.of();
    }

    Sample of(Sample sample) {
        Optional<String> broken = of == Of.ANSWERS ? Optional.empty() : screen.brokenByText(sample);
        if (broken.isPresent()) {
            return sample.rejected(broken.get());
        }
        if (of == Of.ANSWERS && sample.answers().isEmpty()) {
            return sample.rejected(FilterStage.NO_ANSWER);
        }
        Sample left = of == Of.TEXT ? sample : withoutBadAnswers(sample);
        return left.isAccepted() ? masking.of(left) : left;
    }

    private Sample withoutBadAnswers(Sample sample) {
        List<Answer> kept = new ArrayList<>();
        Provenance provenance = sample.provenance();
        String first = null;
        for (Answer answer : sample.answers()) {
            Optional<String> broken =
                    answer.mark() == Mark.REJECTED ? screen.forbiddenIn(answer) : screen.brokenBy(answer, sample);
            if (broken.isEmpty()) {
                kept.add(answer);
            } else if (answer.mark() != null) {
                return sample.rejected(broken.get());
            } else {
                first = first == null ? broken.get() : first;
                provenance = provenance.after(DROPPED + broken.get());
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
