package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.reward.RewardCall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** All that the judges are asked about a shard, in the order of its samples. */
final class Docket {

    /** As many variants as DEITA (arXiv 2312.15685) has judged in one call: an original and five evolutions of it. */
    private static final int COMPARED = 6;

    private final List<Sample> samples;
    private final JudgeSettings settings;
    private final JudgePrompt prompt;
    private final StudentPrompt student;
    private final List<Query> queries = new ArrayList<>();

    private Docket(List<Sample> samples, JudgeSettings settings) {
        this.samples = samples;
        this.settings = settings;
        this.prompt = new JudgePrompt(settings);
        this.student = settings.template() == null ? null : new StudentPrompt(settings.template());
    }

    /**
     * The queries; in mode pairwise two together are the two orders of one pair, in mode difficulty an answer with its instruction
     * and without.
     */
    static List<Query> of(List<Sample> samples, JudgeSettings settings) {
        Docket docket = new Docket(samples, settings);
        if (settings.mode() == JudgeMode.COMPLEXITY) {
            docket.addComplexity();
        } else {
            for (int sample = 0; sample < samples.size(); sample++) {
                docket.add(sample);
            }
        }
        return docket.queries;
    }

    private void add(int sample) {
        switch (settings.mode()) {
            case ABSOLUTE -> addEachAlone(sample);
            case REFERENCE -> {
                if (samples.get(sample).task().reference() != null) {
                    addEachAlone(sample);
                }
            }
            case PAIRWISE -> addPairs(sample);
            case QUALITY -> addQuality(sample);
            case REWARD -> addRewards(sample);
            case DIFFICULTY -> addDifficulty(sample);
            case COMPLEXITY -> throw new IllegalStateException("Complexity is judged by lineage, not by sample");
        }
    }

    private void addEachAlone(int at) {
        Sample sample = samples.get(at);
        for (int answer = 0; answer < sample.answers().size(); answer++) {
            for (Aspect aspect : settings.judged()) {
                ReplyForm form = ReplyForm.score(aspect, settings.rationale());
                String text = sample.answers().get(answer).text();
                queries.add(Query.about(
                        new Place(at, answer, aspect.name()), prompt.alone(aspect, sample, text, form), form));
            }
        }
    }

    private void addRewards(int at) {
        Sample sample = samples.get(at);
        for (int answer = 0; answer < sample.answers().size(); answer++) {
            TeacherCall call = RewardCall.of(
                            sample.task().system(),
                            sample.task().history(),
                            sample.text(),
                            sample.answers().get(answer).text())
                    .about(sample.id());
            queries.add(Query.about(new Place(at, answer, BuiltInAspects.REWARD.name()), call, ReplyForm.reward()));
        }
    }

    /** With the instruction, then alone; neither where there is nothing to be likely. */
    private void addDifficulty(int at) {
        Reading<String> asked = student.of(samples.get(at));
        String id = samples.get(at).id();
        for (int answer = 0; answer < samples.get(at).answers().size(); answer++) {
            String text = samples.get(at).answers().get(answer).text();
            if (asked.isUsable() && !text.isBlank()) {
                Place place = new Place(at, answer, BuiltInAspects.DIFFICULTY.name());
                ReplyForm form = ReplyForm.likelihood();
                queries.add(Query.about(
                        place, StudentPrompt.led(asked.value(), text).about(id), form));
                queries.add(Query.about(place, StudentPrompt.alone(text).about(id), form));
            }
        }
    }

    private void addPairs(int at) {
        int answers = samples.get(at).answers().size();
        for (int one = 0; one < answers; one++) {
            for (int other = one + 1; other < answers; other++) {
                for (Aspect aspect : settings.judged()) {
                    queries.add(pair(aspect, at, one, other));
                    queries.add(pair(aspect, at, other, one));
                }
            }
        }
    }

    private Query pair(Aspect aspect, int at, int first, int second) {
        List<Answer> answers = samples.get(at).answers();
        ReplyForm form = ReplyForm.better(settings.rationale());
        List<String> texts =
                List.of(answers.get(first).text(), answers.get(second).text());
        return new Query(
                prompt.pair(aspect, samples.get(at), texts, form),
                form,
                List.of(List.of(new Place(at, first, aspect.name())), List.of(new Place(at, second, aspect.name()))));
    }

    /** All answers of a sample side by side, so that their scores can be compared. */
    private void addQuality(int at) {
        Sample sample = samples.get(at);
        List<Integer> answers = new ArrayList<>();
        for (int answer = 0; answer < sample.answers().size(); answer++) {
            answers.add(answer);
        }
        for (List<Integer> shown : parts(answers, sample.id())) {
            ReplyForm form = ReplyForm.scores(BuiltInAspects.QUALITY, shown.size(), settings.rationale());
            List<String> texts = shown.stream()
                    .map(answer -> sample.answers().get(answer).text())
                    .toList();
            queries.add(new Query(
                    prompt.quality(sample, texts, form),
                    form,
                    shown.stream()
                            .map(answer -> List.of(new Place(at, answer, BuiltInAspects.QUALITY.name())))
                            .toList()));
        }
    }

    /** An instruction and what was evolved from it side by side, as far as they are in one shard. */
    private void addComplexity() {
        for (List<Integer> lineage : Lineages.of(samples)) {
            for (List<Integer> shown :
                    parts(lineage, samples.get(lineage.get(0)).id())) {
                ReplyForm form = ReplyForm.scores(BuiltInAspects.COMPLEXITY, shown.size(), settings.rationale());
                queries.add(new Query(
                        prompt.complexity(shown.stream().map(samples::get).toList(), form),
                        form,
                        shown.stream().map(this::answersOf).toList()));
            }
        }
    }

    /** An instruction without answers has one place nevertheless. */
    private List<Place> answersOf(int at) {
        List<Place> places = new ArrayList<>();
        for (int answer = 0; answer < Math.max(1, samples.get(at).answers().size()); answer++) {
            places.add(new Place(at, answer, BuiltInAspects.COMPLEXITY.name()));
        }
        return places;
    }

    /** As many at once as the paper compares, in an order that depends on the id alone: what comes first is often favoured. */
    private static List<List<Integer>> parts(List<Integer> all, String id) {
        List<Integer> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(id.hashCode()));
        List<List<Integer>> parts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += COMPARED) {
            parts.add(List.copyOf(shuffled.subList(from, Math.min(shuffled.size(), from + COMPARED))));
        }
        return parts;
    }
}
