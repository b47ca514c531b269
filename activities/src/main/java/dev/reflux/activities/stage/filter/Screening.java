package dev.reflux.activities.stage.filter;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import java.util.Optional;

/**
 * Decides on a sample: first its text, then its answers, as far as the settings ask for them.
 *
 * <p>Of a preference pair or of binary feedback the answer marked as rejected is a bad example on purpose: it is looked
 * through for listed words and personal data alone.
 */
final class Screening {

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
        Sample left = of == Of.TEXT ? sample : AnswerSieve.sift(sample, answer -> broken(answer, sample));
        return left.isAccepted() ? masking.of(left) : left;
    }

    private Optional<String> broken(Answer answer, Sample sample) {
        return answer.mark() == Mark.REJECTED ? screen.forbiddenIn(answer) : screen.brokenBy(answer, sample);
    }
}
