package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Thought;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Makes one more answer to each sample, of parts. A sample whose parts are not all there is rejected: no part is left out. */
final class AnswerMaking {

    static final String EMPTY_TEXT = "empty-text";

    private final Exchange exchange;
    private final AnswerPrompts prompts;
    private final int most;

    AnswerMaking(Exchange exchange, BranchSolveMergeSettings settings) {
        this.exchange = exchange;
        this.prompts = new AnswerPrompts(settings);
        this.most = settings.branches();
    }

    /** The parts of one sample with what was written for each. */
    private record Solved(List<Branch> parts, List<String> solutions) {

        String shown() {
            StringBuilder text = new StringBuilder();
            for (int at = 0; at < parts.size(); at++) {
                text.append(at == 0 ? "" : "\n\n")
                        .append(parts.get(at).shown())
                        .append("\n\n")
                        .append(solutions.get(at));
            }
            return text.toString();
        }
    }

    /** All samples in step: all are split, then all parts are solved, then all are joined. */
    List<Sample> make(List<Sample> samples) {
        List<Reading<List<Branch>>> split = split(samples);
        List<Reading<Solved>> solved = solve(samples, split);
        List<TeacherCall> calls = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            if (solved.get(at).isUsable()) {
                Solved one = solved.get(at).value();
                calls.add(prompts.join(samples.get(at), one.parts(), one.solutions()));
            }
        }
        Iterator<Reading<Thought>> joined = exchange.ask(calls, Thought::read).iterator();
        List<Sample> made = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            Reading<Solved> one = solved.get(at);
            made.add(
                    one.isUsable()
                            ? answered(samples.get(at), one.value(), joined.next())
                            : samples.get(at).rejected(one.reason()));
        }
        return made;
    }

    private List<Reading<List<Branch>>> split(List<Sample> samples) {
        Iterator<Reading<List<Branch>>> readings = exchange.ask(
                        samples.stream()
                                .filter(sample -> !sample.text().isBlank())
                                .map(prompts::split)
                                .toList(),
                        reply -> Branching.parts(reply, most))
                .iterator();
        return samples.stream()
                .map(sample -> sample.text().isBlank() ? Reading.<List<Branch>>none(EMPTY_TEXT) : readings.next())
                .toList();
    }

    private List<Reading<Solved>> solve(List<Sample> samples, List<Reading<List<Branch>>> split) {
        List<TeacherCall> calls = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            Sample sample = samples.get(at);
            if (split.get(at).isUsable()) {
                split.get(at).value().forEach(part -> calls.add(prompts.part(sample, part)));
            }
        }
        Iterator<Reading<Thought>> readings = exchange.ask(calls, Thought::read).iterator();
        return split.stream()
                .map(parts -> parts.then(branches -> solved(branches, readings)))
                .toList();
    }

    /** Takes as many readings as there are parts, whether or not one of them is of no use. */
    private static Reading<Solved> solved(List<Branch> parts, Iterator<Reading<Thought>> readings) {
        List<String> solutions = new ArrayList<>();
        String reason = null;
        for (int part = 0; part < parts.size(); part++) {
            Reading<Thought> reading = readings.next();
            if (reading.isUsable()) {
                solutions.add(reading.value().answer());
            } else if (reason == null) {
                reason = reading.reason();
            }
        }
        return reason == null ? Reading.of(new Solved(parts, solutions)) : Reading.none(reason);
    }

    private Sample answered(Sample sample, Solved solved, Reading<Thought> joined) {
        if (!joined.isUsable()) {
            return sample.rejected(joined.reason());
        }
        String text = joined.value().answer();
        List<Answer> answers = new ArrayList<>(sample.answers());
        if (answers.stream().noneMatch(answer -> answer.text().equals(text))) {
            answers.add(Answer.of(
                    text, solved.shown(), exchange.identity(), AnswerPrompts.joinFingerprint(), sample.task()));
        }
        return sample.answered(answers);
    }
}
