package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Turns opinions into verdicts: {@code judge/<aspect>} for what counts, before it {@code judge/<aspect>@<judge>} for each of
 * several judges, and {@code …/over-<k>} for each comparison with the k-th answer in which this one was shown first.
 */
final class VerdictSheet {

    static final String JUDGED_LOW = "judged-low";
    static final String NO_ANSWER = "no-answer";
    static final String NO_REFERENCE = "no-reference";
    static final String NOTHING_TO_COMPARE = "nothing-to-compare";

    private final JudgeSettings settings;
    private final List<Scorecard> cards;
    private final StudentPrompt student;

    /** @param cards one for each judge */
    VerdictSheet(JudgeSettings settings, List<Scorecard> cards) {
        this.settings = settings;
        this.cards = cards;
        this.student = settings.template() == null ? null : new StudentPrompt(settings.template());
    }

    /**
     * The sample with its verdicts; rejected where it has no answer, or none that passes and the settings say so. How complex an
     * instruction is needs no answer.
     */
    Sample judged(Sample sample, int at) {
        if (sample.answers().isEmpty()) {
            return settings.mode() == JudgeMode.COMPLEXITY ? instructionJudged(sample, at) : sample.rejected(NO_ANSWER);
        }
        List<Answer> answers = new ArrayList<>();
        List<Verdict> decisive = new ArrayList<>();
        boolean passes = false;
        for (int answer = 0; answer < sample.answers().size(); answer++) {
            List<Verdict> own = new ArrayList<>();
            List<Verdict> all = new ArrayList<>();
            for (Aspect aspect : settings.judged()) {
                Place place = new Place(at, answer, aspect.name());
                List<Verdict> verdicts = verdicts(place, missing(sample));
                all.addAll(verdicts);
                own.add(verdicts.get(verdicts.size() - 1));
            }
            passes |= own.stream().allMatch(verdict -> verdict.outcome() == Outcome.PASSED);
            decisive.addAll(own);
            answers.add(sample.answers().get(answer).judgedAnew(all));
        }
        return decided(sample.answered(answers), passes, decisive);
    }

    /** What is said of the instruction alone stands with it until it has answers. */
    private Sample instructionJudged(Sample sample, int at) {
        List<Verdict> verdicts = verdicts(new Place(at, 0, BuiltInAspects.COMPLEXITY.name()), NOTHING_TO_COMPARE);
        Verdict decisive = verdicts.get(verdicts.size() - 1);
        Sample judged =
                sample.under(sample.task().judged(Verdict.anew(sample.task().verdicts(), verdicts)));
        return decided(judged, decisive.outcome() == Outcome.PASSED, List.of(decisive));
    }

    private Sample decided(Sample judged, boolean passes, List<Verdict> decisive) {
        return passes || settings.whenNonePasses() == NonePasses.KEEP ? judged : judged.rejected(whyNone(decisive));
    }

    /** That of one that failed, if any did; else the last reason why nothing could be found out. */
    private static String whyNone(List<Verdict> decisive) {
        return decisive.stream()
                .filter(verdict -> verdict.outcome() == Outcome.FAILED)
                .findFirst()
                .map(Verdict::reason)
                .orElseGet(() -> decisive.stream()
                        .map(Verdict::reason)
                        .filter(Objects::nonNull)
                        .reduce((first, second) -> second)
                        .orElseThrow());
    }

    /** Why a judge was not asked about an answer. */
    private String missing(Sample sample) {
        if (settings.mode() == JudgeMode.DIFFICULTY) {
            Reading<String> asked = student.of(sample);
            return asked.isUsable() ? Likelihood.NO_TOKENS : asked.reason();
        }
        boolean lacksReference =
                settings.mode() == JudgeMode.REFERENCE && sample.task().reference() == null;
        return lacksReference ? NO_REFERENCE : NOTHING_TO_COMPARE;
    }

    /** Those about one aspect of one answer; the last one counts. */
    private List<Verdict> verdicts(Place place, String missing) {
        String by = JudgeStage.NAME + "/" + place.aspect();
        List<Verdict> verdicts = new ArrayList<>();
        List<Reading<Opinion>> opinions = new ArrayList<>();
        for (Scorecard card : cards) {
            String own = card.judge() == null ? by : by + "@" + card.judge();
            Reading<Opinion> opinion = card.of(place) == null ? Reading.none(missing) : card.of(place);
            card.comparisons(place).forEach(comparison -> verdicts.add(compared(own, comparison)));
            if (card.judge() != null) {
                verdicts.add(verdict(own, opinion));
            }
            opinions.add(opinion);
        }
        verdicts.add(verdict(by, cards.size() == 1 ? opinions.get(0) : mean(opinions)));
        return verdicts;
    }

    /** A verdict on the comparison, not on the answer: to have lost it is no failure. */
    private static Verdict compared(String by, Scorecard.Comparison comparison) {
        String over = by + "/over-" + (comparison.other() + 1);
        Reading<Opinion> opinion = comparison.opinion();
        return opinion.isUsable()
                ? Verdict.passed(over, opinion.value().score(), opinion.value().rationale())
                : Verdict.undecided(over, opinion.reason(), null);
    }

    /** Of those judges whose replies could be read. */
    private static Reading<Opinion> mean(List<Reading<Opinion>> opinions) {
        List<Double> scores = opinions.stream()
                .filter(Reading::isUsable)
                .map(opinion -> opinion.value().score())
                .toList();
        if (scores.isEmpty()) {
            return opinions.get(opinions.size() - 1);
        }
        double sum = scores.stream().mapToDouble(Double::doubleValue).sum();
        return Reading.of(new Opinion(sum / scores.size(), null));
    }

    private Verdict verdict(String by, Reading<Opinion> reading) {
        if (!reading.isUsable()) {
            return Verdict.undecided(by, reading.reason(), null);
        }
        Opinion opinion = reading.value();
        if (settings.mode() == JudgeMode.DIFFICULTY && opinion.score() >= Likelihood.NO_HELP) {
            return new Verdict(by, Outcome.FAILED, opinion.score(), Reasons.NO_HELP, null);
        }
        boolean isLow = settings.passAt() != null && opinion.score() < settings.passAt();
        return isLow
                ? new Verdict(by, Outcome.FAILED, opinion.score(), JUDGED_LOW, opinion.rationale())
                : Verdict.passed(by, opinion.score(), opinion.rationale());
    }
}
