package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.JudgedConfidence;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.pseudolabel.Interview.Question;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Asks the teacher about seeds, whose labels are known, to learn how far its confidence can be trusted. A seed is never among
 * the examples of its own question.
 */
final class SeedExam {

    private final List<JudgedConfidence> points;
    private final int asked;

    private SeedExam(List<JudgedConfidence> points, int asked) {
        this.points = points;
        this.asked = asked;
    }

    static SeedExam hold(Interview interview, Examples examples, List<Sample> seeds) {
        List<Opinion> opinions = interview.ask(seeds.stream()
                .map(seed -> new Question(seed.text(), examples.without(seed)))
                .toList());
        List<JudgedConfidence> points = new ArrayList<>();
        for (int at = 0; at < seeds.size(); at++) {
            Opinion opinion = opinions.get(at);
            if (opinion.isLabelled()) {
                boolean right = opinion.label().equals(seeds.get(at).label());
                points.add(new JudgedConfidence(opinion.label(), opinion.confidence(), right));
            }
        }
        return new SeedExam(points, seeds.size());
    }

    /** The seeds to ask about: as good as drawn, for ids come from content, and the same in every run. */
    static List<Sample> choose(List<Sample> seeds, PseudoLabelSettings settings) {
        return seeds.stream()
                .filter(seed -> seed.text().length() <= settings.maxTextLength())
                .sorted(Comparator.comparing(Sample::id))
                .limit(settings.calibrateOn())
                .toList();
    }

    /** Raw confidences of the seeds that were given a label, right or wrong. */
    List<JudgedConfidence> points() {
        return points;
    }

    LabelPreparation summary(List<Example> examples) {
        int right = (int) points.stream().filter(JudgedConfidence::correct).count();
        return new LabelPreparation(examples, asked, right, asked - points.size());
    }
}
