package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The judges' verdicts on the answers of one sample in one aspect. */
final class SampleVerdicts {

    /** The only judge, where there are not several. */
    static final String ALONE = "";

    private static final Pattern BY = Pattern.compile("judge/([^/@]+)(?:@([^/]+))?(?:/over-(\\d+))?");

    /** What one judge said of a pair: how the first did where it stood first, and how the second did where that one did. */
    record Pair(Double first, Double second) {

        boolean isDecided() {
            return first != null && second != null;
        }

        boolean isConsistent() {
            return first + second == 1;
        }
    }

    private final List<Verdict> counting = new ArrayList<>();
    private final Map<String, Map<Integer, Double>> scores = new TreeMap<>();
    private final Map<String, Map<List<Integer>, Double>> comparisons = new TreeMap<>();

    private SampleVerdicts() {}

    /** By aspect. */
    static Map<String, SampleVerdicts> of(Sample sample) {
        Map<String, SampleVerdicts> aspects = new TreeMap<>();
        List<List<Verdict>> judged = sample.answers().isEmpty()
                ? List.of(sample.task().verdicts())
                : sample.answers().stream().map(Answer::verdicts).toList();
        for (int answer = 1; answer <= judged.size(); answer++) {
            for (Verdict verdict : judged.get(answer - 1)) {
                Matcher by = BY.matcher(verdict.by());
                if (by.matches()) {
                    aspects.computeIfAbsent(by.group(1), aspect -> new SampleVerdicts())
                            .add(verdict, answer, by);
                }
            }
        }
        return aspects;
    }

    private void add(Verdict verdict, int answer, Matcher by) {
        String judge = by.group(2) == null ? ALONE : by.group(2);
        Double score = verdict.outcome() == Outcome.UNDECIDED ? null : verdict.score();
        if (by.group(3) != null) {
            comparisons
                    .computeIfAbsent(judge, name -> new TreeMap<>(SampleVerdicts::inOrder))
                    .put(List.of(answer, Integer.parseInt(by.group(3))), score);
        } else if (by.group(2) != null) {
            scores.computeIfAbsent(judge, name -> new TreeMap<>()).put(answer, score);
        } else {
            counting.add(verdict);
        }
    }

    private static int inOrder(List<Integer> one, List<Integer> other) {
        int byFirst = Integer.compare(one.get(0), other.get(0));
        return byFirst != 0 ? byFirst : Integer.compare(one.get(1), other.get(1));
    }

    /** Those that count, one for each answer. */
    List<Verdict> counting() {
        return counting;
    }

    /** What each judge said of each pair, by judge and then by the numbers of its two answers. */
    Map<String, Map<List<Integer>, Pair>> pairs() {
        Map<String, Map<List<Integer>, Pair>> pairs = new TreeMap<>();
        comparisons.forEach((judge, said) -> said.forEach((shown, score) -> {
            if (shown.get(0) < shown.get(1)) {
                Double back = said.get(List.of(shown.get(1), shown.get(0)));
                pairs.computeIfAbsent(judge, name -> new TreeMap<>(SampleVerdicts::inOrder))
                        .put(shown, new Pair(score, back));
            }
        }));
        return pairs;
    }

    /**
     * What several judges gave each thing they rated: pairs where they compared answers, with half for a tie, else answers.
     *
     * @return by thing, then by judge; no rating where it could not be read
     */
    Map<String, Map<String, Double>> ratings() {
        Map<String, Map<String, Double>> things = new TreeMap<>();
        pairs().forEach((judge, pairs) -> pairs.forEach((shown, pair) -> {
            if (pair.isDecided() && !judge.equals(ALONE)) {
                Double rating = pair.isConsistent() ? pair.first() : Double.valueOf(0.5);
                things.computeIfAbsent(shown.toString(), thing -> new TreeMap<>())
                        .put(judge, rating);
            }
        }));
        if (comparisons.isEmpty()) {
            scores.forEach((judge, answers) -> answers.forEach((answer, score) -> {
                if (score != null) {
                    things.computeIfAbsent(answer.toString(), thing -> new TreeMap<>())
                            .put(judge, score);
                }
            }));
        }
        return things;
    }
}
