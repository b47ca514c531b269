package dev.reflux.activities.stage.answer;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Thought;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * A teacher answers every sample's text, after the turns of its history; the answers join those it has already.
 *
 * <p>The text itself is the question: no prompt stands around it, so that what a student learns is what was asked; a
 * sample's passage and persona are shown as {@link TaskPrompt} has them. Asked
 * twice about a shard it asks the same questions, which the ledger answers; another round draws other answers.
 */
public final class AnswerStage implements Stage<AnswerSettings> {

    static final String NAME = "answer";
    static final String EMPTY_TEXT = "empty-text";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<AnswerSettings> settings() {
        return AnswerSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, AnswerSettings settings) {
        return TaskPrompt.fingerprint();
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, AnswerSettings settings) {
        TeacherDesk desk = context.teacher(settings.teacher());
        List<TeacherCall> calls = new ArrayList<>();
        for (Sample sample : samples) {
            if (!sample.text().isBlank()) {
                calls.addAll(calls(sample, context.round(), settings));
            }
        }
        Questions questions = new Questions(desk, settings.draws(), settled -> context.progress(settled, calls.size()));
        Draws draws = new Draws(settings);
        Iterator<Reading<Thought>> readings = questions
                .askEach(calls, (reply, at) -> draws.read(reply, calls.get(at), at))
                .iterator();
        return samples.stream()
                .map(sample -> sample.text().isBlank()
                        ? sample.rejected(EMPTY_TEXT)
                        : answered(sample, next(readings, settings.candidates()), desk.identity(), settings))
                .toList();
    }

    private static List<TeacherCall> calls(Sample sample, int round, AnswerSettings settings) {
        String system = settings.system() == null ? sample.task().system() : settings.system();
        Prompt.Messages asked = TaskPrompt.of(system, sample.task(), sample.text());
        TeacherCall call = TeacherCall.of(orNone(asked.system()), asked.user(), settings.maxOutputTokens())
                .after(sample.task().history())
                .sampled(settings.temperature(), settings.topP())
                .about(sample.id());
        int first = (round - 1) * settings.candidates();
        List<TeacherCall> calls = new ArrayList<>();
        for (int candidate = 0; candidate < settings.candidates(); candidate++) {
            calls.add(call.draw(first + candidate));
        }
        return calls;
    }

    private static String orNone(String system) {
        return system.isEmpty() ? null : system;
    }

    private static List<Reading<Thought>> next(Iterator<Reading<Thought>> readings, int count) {
        List<Reading<Thought>> next = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            next.add(readings.next());
        }
        return next;
    }

    /** With every answer it did not have yet, or every one where repeats count; rejected where the teacher gave too few. */
    private static Sample answered(
            Sample sample, List<Reading<Thought>> readings, String teacher, AnswerSettings settings) {
        List<Reading<Thought>> failed =
                readings.stream().filter(reading -> !reading.isUsable()).toList();
        if (readings.size() - failed.size() < settings.distinct()) {
            return sample.rejected(failed.get(failed.size() - 1).reason());
        }
        List<Answer> answers = new ArrayList<>(sample.answers());
        Set<String> known = new HashSet<>();
        answers.forEach(answer -> known.add(answer.text()));
        for (Reading<Thought> reading : readings) {
            if (reading.isUsable() && (known.add(reading.value().answer()) || settings.repeats())) {
                String prompt = TaskPrompt.fingerprint(sample.task());
                answers.add(Answer.of(
                        reading.value().answer(), reading.value().reasoning(), teacher, prompt, sample.task()));
            }
        }
        return sample.answered(answers);
    }
}
