package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.confidence.JudgedOpinion;
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

    private final List<JudgedOpinion> opinions;
    private final int asked;

    private SeedExam(List<JudgedOpinion> opinions, int asked) {
        this.opinions = opinions;
        this.asked = asked;
    }

    static SeedExam hold(Interview interview, Examples examples, List<Sample> seeds) {
        List<Opinion> opinions = interview.ask(seeds.stream()
                .map(seed -> new Question(seed, examples.without(seed)))
                .toList());
        List<JudgedOpinion> judged = new ArrayList<>();
        for (int at = 0; at < seeds.size(); at++) {
            if (opinions.get(at).isLabelled()) {
                Sample seed = seeds.get(at);
                judged.add(new JudgedOpinion(
                        seed.id(), seed.label(), opinions.get(at).candidates()));
            }
        }
        return new SeedExam(judged, seeds.size());
    }

    /** The seeds to ask about: as good as drawn, for ids come from content, and the same in every run. */
    static List<Sample> choose(List<Sample> seeds, PseudoLabelSettings settings) {
        return seeds.stream()
                .filter(seed -> seed.text().length() <= settings.maxTextLength())
                .sorted(Comparator.comparing(Sample::id))
                .limit(settings.calibrateOn())
                .toList();
    }

    /** Raw opinions of the seeds that were given a label, right or wrong. */
    List<JudgedOpinion> opinions() {
        return opinions;
    }

    LabelPreparation summary(List<Example> examples) {
        int right = (int)
                opinions.stream().filter(opinion -> opinion.judged().correct()).count();
        return new LabelPreparation(examples, asked, right, asked - opinions.size());
    }
}
