package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.generate.By.AnswerAs;
import dev.reflux.activities.stage.generate.PassagePrompt.Cited;
import dev.reflux.activities.stage.generate.documents.Passages;
import dev.reflux.activities.stage.generate.documents.Quotation;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes of each document questions about its passages, whose answers quote them. A passage about which nothing usable is
 * asked gives one rejected sample without a question; a document without passages is rejected itself.
 */
final class DocumentQuestions {

    static final String NOT_GROUNDED = "not-grounded";
    static final String EMPTY_TEXT = "empty-text";
    static final String NOTHING_ASKED = "nothing-asked";

    /** Where a question's sample keeps the words that its answer cites. */
    static final String QUOTE = "quote";

    private final StageContext context;
    private final GenerateSettings settings;
    private final TeacherDesk desk;

    DocumentQuestions(StageContext context, GenerateSettings settings) {
        this.context = context;
        this.settings = settings;
        this.desk = context.teacher(settings.teacher());
    }

    /** A passage of a document, and its place there from 0. */
    private record Excerpt(Sample document, String passage, int place) {}

    List<Sample> about(List<Sample> documents) {
        Passages passages = new Passages(settings.by().size(), settings.by().overlap());
        List<Sample> made = new ArrayList<>();
        List<Excerpt> excerpts = new ArrayList<>();
        for (Sample document : documents) {
            List<String> cut = passages.of(document.text());
            if (cut.isEmpty()) {
                made.add(document.rejected(EMPTY_TEXT));
            }
            cut.forEach(passage -> excerpts.add(new Excerpt(document, passage, cut.indexOf(passage))));
        }
        List<Excerpt> distinct = excerpts.stream().distinct().toList();
        List<TeacherCall> calls = distinct.stream().map(this::call).toList();
        List<Reading<List<Cited>>> readings = new Questions(
                        desk, settings.draws(), done -> context.progress(done, calls.size()))
                .ask(calls, answer -> PassagePrompt.read(answer, settings.by().questions()));
        for (int at = 0; at < distinct.size(); at++) {
            made.addAll(asked(distinct.get(at), readings.get(at)));
        }
        return made;
    }

    /** Another round asks anew about the same passage. */
    private TeacherCall call(Excerpt excerpt) {
        return PassagePrompt.call(excerpt.passage(), settings)
                .draw(context.round() - 1)
                .about(excerpt.document().id());
    }

    private List<Sample> asked(Excerpt excerpt, Reading<List<Cited>> reading) {
        if (!reading.isUsable() || reading.value().isEmpty()) {
            String reason = reading.isUsable() ? NOTHING_ASKED : reading.reason();
            return List.of(
                    child(excerpt, "").under(task(excerpt, Map.of(), null)).rejected(reason));
        }
        Admission admission = new Admission(settings, List.of());
        List<Sample> asked = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (Cited cited : reading.value()) {
            if (!questions.contains(cited.question())) {
                questions.add(cited.question());
                asked.add(decided(excerpt, cited, admission));
            }
        }
        return asked;
    }

    private Sample decided(Excerpt excerpt, Cited cited, Admission admission) {
        Sample sample = sample(excerpt, cited);
        if (!Quotation.isFrom(excerpt.passage(), cited.quote())) {
            return sample.rejected(NOT_GROUNDED);
        } else if (InstructionFilter.leaks(cited.question())) {
            return sample.rejected(Reasons.PROMPT_LEAKED);
        }
        Reading<String> told = Replies.in(settings.language(), cited.question() + "\n" + cited.answer());
        if (!told.isUsable()) {
            return sample.rejected(told.reason());
        }
        return admission.isNew(cited.question()) ? sample : sample.rejected(Admission.NOT_NOVEL);
    }

    private Sample sample(Excerpt excerpt, Cited cited) {
        boolean isReference = settings.by().answerAs() == AnswerAs.REFERENCE;
        Map<String, String> checks = new TreeMap<>(Map.of(QUOTE, cited.quote()));
        Sample sample =
                child(excerpt, cited.question()).under(task(excerpt, checks, isReference ? cited.answer() : null));
        Answer answer = Answer.of(cited.answer(), null, desk.identity(), PassagePrompt.fingerprint());
        return isReference ? sample : sample.answered(List.of(answer));
    }

    /** The same question may be asked about two passages of a document: the place keeps their ids apart. */
    private Sample child(Excerpt excerpt, String question) {
        return excerpt.document().child(question, settings.by().way().operation(), "passage " + excerpt.place());
    }

    private static Task task(Excerpt excerpt, Map<String, String> checks, String reference) {
        Task of = excerpt.document().task();
        return new Task(of.system(), List.of(), excerpt.passage(), of.persona(), reference, checks);
    }
}
