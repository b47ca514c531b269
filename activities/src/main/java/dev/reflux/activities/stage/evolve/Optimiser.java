package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.JsonInWords;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Auto Evol-Instruct (arXiv 2406.00770): a teacher betters the method by which instructions evolve. Each step evolves a batch,
 * has the trajectories analysed, has several methods proposed, and keeps the one that fails least on a development set. Gains
 * are known to turn into losses when this goes on, so that the first step without a gain ends it and is not taken over.
 */
final class Optimiser {

    private final Asking asking;
    private final Asking optimiser;
    private final EvolveSettings settings;
    private final MethodSearch search;
    private final DevelopmentSet development;
    private final List<List<Double>> rates = new ArrayList<>();

    Optimiser(StageContext context, EvolveSettings settings, DevelopmentSet development) {
        this.search = settings.auto();
        this.asking = new Asking(context, settings.teacher(), settings.draws());
        this.optimiser = new Asking(context, search.optimiser(), settings.draws());
        this.settings = settings;
        this.development = development;
    }

    MethodFound search() {
        String best = Method.UNIVERSAL;
        int size = development.measured().size();
        if (size == 0) {
            return new MethodFound(best, 0, 0, List.of());
        }
        double least = failureRates(List.of(best)).get(0);
        for (int step = 0; step < search.steps() && least > 0; step++) {
            List<String> proposed = proposals(best, step);
            List<Double> failed = failureRates(proposed);
            int winner = leastOf(failed);
            if (winner < 0 || failed.get(winner) >= least) {
                break;
            }
            best = proposed.get(winner);
            least = failed.get(winner);
        }
        return new MethodFound(best, least, size, rates);
    }

    private List<String> proposals(String method, int step) {
        TeacherCall analysis = MethodPrompts.analyse(trajectories(method, step), settings);
        List<TeacherCall> analyses = new ArrayList<>();
        for (int candidate = 0; candidate < search.candidates(); candidate++) {
            analyses.add(analysis.draw((asking.round() - 1) * search.candidates() + candidate));
        }
        List<TeacherCall> proposals = new ArrayList<>();
        for (String feedback : usable(optimiser.ask(analyses, MethodPrompts.reader(MethodPrompts.FEEDBACK)))) {
            proposals.add(MethodPrompts.optimise(method, feedback, settings));
        }
        return usable(optimiser.ask(proposals, MethodPrompts.reader(MethodPrompts.METHOD))).stream()
                .distinct()
                .toList();
    }

    /** Of each instruction of the batch, its text and what became of it, generation after generation. */
    private List<List<String>> trajectories(String method, int step) {
        List<Sample> current = development.batch(step, search.batch());
        List<List<String>> trajectories = new ArrayList<>();
        current.forEach(sample -> trajectories.add(new ArrayList<>(List.of(sample.text()))));
        for (int generation = 0; generation < settings.generations(); generation++) {
            List<Reading<String>> readings = rewritten(Method.auto(method), current);
            List<Sample> next = new ArrayList<>();
            for (int at = 0; at < current.size(); at++) {
                Sample sample = current.get(at);
                String text = readings.get(at).isUsable() ? readings.get(at).value() : sample.text();
                trajectories.get(at).add(text);
                next.add(sample.child(text, EvolveStage.NAME));
            }
            current = next;
        }
        return trajectories;
    }

    /** Share of the development set on which each method fails; measured all at once, at temperature 0. */
    private List<Double> failureRates(List<String> methods) {
        List<Evolved> evolved = new ArrayList<>();
        for (String text : methods) {
            Method method = Method.auto(text);
            List<Reading<String>> readings = rewritten(method, development.measured());
            for (int at = 0; at < readings.size(); at++) {
                evolved.add(Evolved.of(development.measured().get(at), method, readings.get(at))
                        .checked((made, parent) -> Elimination.whyUnfit(made, parent, settings.what())));
            }
        }
        List<Evolved> answered = asking.sieve(
                evolved, one -> Trial.call(one, asking.round(), settings).sampled(0, null), Optimiser::read);
        int size = development.measured().size();
        List<Double> found = new ArrayList<>();
        for (int from = 0; from < answered.size(); from += size) {
            long failed = answered.subList(from, from + size).stream()
                    .filter(one -> !one.survives())
                    .count();
            found.add((double) failed / size);
        }
        rates.add(found);
        return found;
    }

    private List<Reading<String>> rewritten(Method method, List<Sample> samples) {
        return asking.ask(
                samples.stream()
                        .map(sample -> OperationPrompt.instruction(method, sample, settings)
                                .sampled(0, null))
                        .toList(),
                InstructionEvolution::read);
    }

    private static Reading<Boolean> read(Answer answer) {
        Reading<Boolean> tried = Trial.read(answer);
        if (!tried.isUsable() || !Replies.words(answer).isUsable()) {
            return tried;
        }
        String words = JsonInWords.unwrapped(Replies.words(answer).value());
        return ResponseFailure.of(words).isEmpty() ? tried : Reading.none(Elimination.FAILED_METHOD);
    }

    private static List<String> usable(List<Reading<String>> readings) {
        return readings.stream().filter(Reading::isUsable).map(Reading::value).toList();
    }

    /** Index of the least, the first of several; -1 where there is none. */
    private static int leastOf(List<Double> numbers) {
        int least = -1;
        for (int at = 0; at < numbers.size(); at++) {
            if (least < 0 || numbers.get(at) < numbers.get(least)) {
                least = at;
            }
        }
        return least;
    }
}
