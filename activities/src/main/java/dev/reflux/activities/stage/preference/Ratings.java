package dev.reflux.activities.stage.preference;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.verdict.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What each answer of a sample is worth; one of which that is not known is left out. */
final class Ratings {

    private static final double CHOSEN = 1;
    private static final double REJECTED = 0;

    private final PreferenceSettings settings;
    private final String preferred;
    private final String over;

    /**
     * Ratings that know the teachers by what answers carry.
     *
     * @param preferred identity of the teacher whose answers are chosen; null where from is not teacher
     * @param over identity of the one whose answers are rejected; null for all others
     */
    Ratings(PreferenceSettings settings, String preferred, String over) {
        this.settings = settings;
        this.preferred = preferred;
        this.over = over;
    }

    static Ratings of(PreferenceSettings settings, StageContext context) {
        if (settings.from() != PreferenceSettings.Source.TEACHER) {
            return new Ratings(settings, null, null);
        }
        return new Ratings(
                settings,
                context.teacher(settings.prefer()).identity(),
                settings.over() == null
                        ? null
                        : context.teacher(settings.over()).identity());
    }

    /** In the order of the answers. */
    List<Rated> of(Sample sample) {
        return switch (settings.from()) {
            case SCORE -> judged(sample, Standing::score);
            case VERDICT -> judged(sample, standing -> passes(standing.outcome()));
            case EVOLVED -> byPlace(sample);
            case TEACHER -> rated(sample, this::byTeacher);
            case GIVEN -> rated(sample, answer -> answer.mark() == null ? null : worth(answer.mark() == Mark.CHOSEN));
        };
    }

    /** Answers that lack a verdict which another answer has are not comparable with it: they are left out. */
    private List<Rated> judged(Sample sample, Function<Standing, Double> value) {
        Set<String> found = new TreeSet<>();
        sample.answers()
                .forEach(answer ->
                        found.addAll(Standing.of(answer, settings.verdict()).verdicts()));
        List<String> wanted = List.copyOf(found);
        return rated(sample, answer -> {
            Standing standing = Standing.of(answer, settings.verdict());
            return standing.verdicts().equals(wanted) ? value.apply(standing) : null;
        });
    }

    private static List<Rated> byPlace(Sample sample) {
        List<Rated> rated = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            rated.add(new Rated(answer, rated.size()));
        }
        return rated;
    }

    private Double byTeacher(Answer answer) {
        if (preferred.equals(answer.teacher())) {
            return CHOSEN;
        }
        return over == null || over.equals(answer.teacher()) ? REJECTED : null;
    }

    private static Double passes(Outcome outcome) {
        return outcome == Outcome.UNDECIDED ? null : worth(outcome == Outcome.PASSED);
    }

    private static Double worth(boolean chosen) {
        return chosen ? CHOSEN : REJECTED;
    }

    private static List<Rated> rated(Sample sample, Function<Answer, Double> value) {
        List<Rated> rated = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            Double worth = value.apply(answer);
            if (worth != null) {
                rated.add(new Rated(answer, worth));
            }
        }
        return rated;
    }
}
