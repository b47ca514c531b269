package dev.reflux.activities.stage.preference;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.preference.PreferenceSettings.Form;
import dev.reflux.activities.stage.preference.PreferenceSettings.Source;
import java.util.ArrayList;
import java.util.List;

/**
 * Marks answers as chosen and rejected, in pairs (as for DPO) or one by one (as for KTO).
 *
 * <p>A sample of a pair holds the chosen answer, then the rejected one, and no other; the first pair is the sample itself,
 * each further one a child of it. Earlier makers of pairs let ties through, with chosen and rejected the same item, and took
 * an answer without a rating for the worst one; here both have no pair. Run twice it makes the same pairs.
 */
public final class PreferenceStage implements Stage<PreferenceSettings> {

    static final String NAME = "preference";
    static final String UNRATED = "unrated";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<PreferenceSettings> settings() {
        return PreferenceSettings.class;
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, PreferenceSettings settings) {
        Ratings ratings = Ratings.of(settings, context);
        return samples.stream()
                .flatMap(sample -> settings.form() == Form.PAIR
                        ? pairs(sample, ratings.of(sample), settings).stream()
                        : List.of(marked(sample, ratings.of(sample), settings)).stream())
                .toList();
    }

    private static List<Sample> pairs(Sample sample, List<Rated> rated, PreferenceSettings settings) {
        Pairing pairing = Pairing.of(rated, settings);
        List<Sample> made = new ArrayList<>();
        for (Pair pair : pairing.by(settings, sample.id())) {
            int number = made.size() + 1;
            Sample holder = number == 1
                    ? sample
                    : sample.child(sample.text(), NAME + "/pair-" + number)
                            .concluded(sample.label(), sample.confidence());
            made.add(holder.answered(pair.marked()));
        }
        return made.isEmpty() ? List.of(sample.rejected(pairing.reason())) : made;
    }

    private static Sample marked(Sample sample, List<Rated> rated, PreferenceSettings settings) {
        List<Answer> marked = new ArrayList<>();
        for (Rated answer : rated) {
            Mark mark = mark(answer.value(), settings);
            if (mark != null) {
                marked.add(answer.answer().marked(mark));
            }
        }
        if (marked.isEmpty()) {
            return sample.rejected(rated.isEmpty() ? UNRATED : Pairing.TIED);
        }
        return sample.answered(marked);
    }

    /** Null for a score within the margin below the threshold. */
    private static Mark mark(double value, PreferenceSettings settings) {
        double threshold = settings.from() == Source.SCORE ? settings.threshold() : 1;
        if (value >= threshold) {
            return Mark.CHOSEN;
        }
        return value <= threshold - settings.margin() ? Mark.REJECTED : null;
    }
}
