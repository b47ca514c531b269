package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads several answers; the confidence is the share of all of them that fell to the winner, so that one without a label
 * counts against it. A tie goes to the label listed first in the campaign.
 */
final class VoteReader implements OpinionReader {

    private final LabelReader words;
    private final LabelSet labels;

    VoteReader(LabelReader words, LabelSet labels) {
        this.words = words;
        this.labels = labels;
    }

    @Override
    public Opinion read(List<Answer> answers) {
        List<LabelAnswer> votes = answers.stream().map(words::read).toList();
        Map<String, Long> counts = votes.stream()
                .filter(LabelAnswer::isLabelled)
                .collect(Collectors.groupingBy(LabelAnswer::label, TreeMap::new, Collectors.counting()));
        if (counts.isEmpty()) {
            return Opinion.none(commonestReason(votes));
        }
        List<Candidate> candidates = counts.entrySet().stream()
                .map(count -> new Candidate(count.getKey(), (double) count.getValue() / votes.size()))
                .sorted(Comparator.comparingDouble(Candidate::confidence)
                        .reversed()
                        .thenComparing(candidate -> labels.order(candidate.label())))
                .toList();
        return Opinion.of(candidates.get(0).label(), candidates.get(0).confidence(), candidates);
    }

    private static String commonestReason(List<LabelAnswer> votes) {
        Map<String, Long> reasons = votes.stream()
                .map(LabelAnswer::reason)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return reasons.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue()
                        .thenComparing(Map.Entry.<String, Long>comparingByKey().reversed()))
                .orElseThrow()
                .getKey();
    }
}
