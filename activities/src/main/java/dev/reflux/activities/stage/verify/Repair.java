package dev.reflux.activities.stage.verify;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Thought;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One round of self-repair, as in Llama 3 (arXiv 2407.21783): where none of a sample's answers passes, the teacher is shown
 * each failed one and what the check found, and answers again. A repaired answer joins the failed ones and is checked like
 * them; a reply that cannot be used leaves the sample as it was.
 */
final class Repair {

    static final String OPERATION = "verify/repair";

    private static final Prompt PROMPT = Prompt.load(Repair.class, "repair.txt", "system", "message");

    /** How often a repair is asked for at most, where another draw may be better. */
    private static final int DRAWS = 2;

    private final Check check;
    private final StageContext context;
    private final VerifySettings settings;
    private final TeacherDesk desk;

    Repair(Check check, StageContext context, VerifySettings settings) {
        this.check = check;
        this.context = context;
        this.settings = settings;
        this.desk = context.teacher(settings.teacher());
    }

    static String fingerprint() {
        return PROMPT.fingerprint().sha256();
    }

    List<Sample> of(List<Sample> samples) {
        List<TeacherCall> calls = new ArrayList<>();
        for (Sample sample : samples) {
            failed(sample).forEach(answer -> calls.add(call(sample, answer)));
        }
        Questions questions = new Questions(desk, DRAWS, settled -> context.progress(settled, calls.size()));
        Iterator<Reading<Answer>> readings = questions.ask(calls, this::read).iterator();
        List<List<Answer>> repaired = samples.stream()
                .map(sample -> {
                    List<Reading<Answer>> own = new ArrayList<>();
                    failed(sample).forEach(answer -> own.add(readings.next()));
                    return repaired(sample, own);
                })
                .toList();
        return joined(samples, repaired);
    }

    /** The samples with their repaired answers, each of these checked. */
    private List<Sample> joined(List<Sample> samples, List<List<Answer>> repaired) {
        List<CheckRun.Case> cases = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            for (Answer answer : repaired.get(i)) {
                cases.add(new CheckRun.Case(samples.get(i), answer));
            }
        }
        CheckRun run = new CheckRun(check, done -> context.progress(done, cases.size()));
        Iterator<Verdict> verdicts = run.verdicts(cases).iterator();
        List<Sample> joined = new ArrayList<>();
        for (int i = 0; i < samples.size(); i++) {
            Sample sample = samples.get(i);
            List<Answer> answers = new ArrayList<>(sample.answers());
            repaired.get(i).forEach(answer -> answers.add(answer.judged(verdicts.next())));
            joined.add(
                    repaired.get(i).isEmpty()
                            ? sample
                            : sample.answered(answers).from(sample.provenance().after(OPERATION)));
        }
        return joined;
    }

    private static List<Answer> failed(Sample sample) {
        return VerifyStage.hasPassed(sample)
                ? List.of()
                : sample.answers().stream()
                        .filter(answer -> VerifyStage.newest(answer).outcome() == Verdict.Outcome.FAILED)
                        .toList();
    }

    /** Continues the sample's conversation: its text, the failed answer, what the check found. */
    TeacherCall call(Sample sample, Answer failed) {
        Verdict verdict = VerifyStage.newest(failed);
        Prompt.Messages messages = PROMPT.render(Map.of(
                "system", sample.task().system() == null ? "" : sample.task().system(),
                "message", verdict.rationale() == null ? verdict.reason() : verdict.rationale()));
        List<Message> turns = new ArrayList<>(sample.task().history());
        turns.add(Message.user(sample.text()));
        turns.add(Message.assistant(failed.text()));
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .after(turns)
                .sampled(settings.temperature(), null)
                .draw(context.round() - 1)
                .about(sample.id());
    }

    private Reading<Answer> read(TeacherDesk.Answer reply) {
        return Thought.read(reply)
                .then(thought ->
                        Reading.of(Answer.of(thought.answer(), thought.reasoning(), desk.identity(), fingerprint())));
    }

    /** What the teacher says anew, each once. */
    private static List<Answer> repaired(Sample sample, List<Reading<Answer>> readings) {
        Set<String> known = new HashSet<>();
        sample.answers().forEach(answer -> known.add(answer.text()));
        return readings.stream()
                .filter(Reading::isUsable)
                .map(Reading::value)
                .filter(answer -> known.add(answer.text()))
                .toList();
    }
}
