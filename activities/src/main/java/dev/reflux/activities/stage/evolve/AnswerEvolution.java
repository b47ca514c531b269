package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Evol-Quality (DEITA, arXiv 2312.15685): a teacher improves answers, each generation the whole answer of the one before. The
 * first answer of a sample evolves, its best once one is chosen. DEITA eliminates nothing; here an answer that apologises,
 * says nothing or speaks of its making is, by the rules for instructions that apply.
 */
final class AnswerEvolution implements Evolution {

    private final Asking asking;
    private final EvolveSettings settings;
    private final BiFunction<Sample, Integer, Method> methods;

    /** @param methods which method a sample's answer is evolved by in an attempt */
    AnswerEvolution(Asking asking, EvolveSettings settings, BiFunction<Sample, Integer, Method> methods) {
        this.asking = asking;
        this.settings = settings;
        this.methods = methods;
    }

    @Override
    public List<Evolved> evolve(List<Lineage> lineages, int attempt) {
        List<Method> drawn = new ArrayList<>();
        List<TeacherCall> calls = new ArrayList<>();
        for (Lineage lineage : lineages) {
            Sample sample = lineage.current();
            Method method = methods.apply(sample, attempt);
            drawn.add(method);
            calls.add(OperationPrompt.answer(method, sample, evolving(lineage).text(), settings)
                    .draw((asking.round() - 1) * settings.mostAttempts() + attempt));
        }
        List<Reading<String>> readings = asking.ask(calls, AnswerEvolution::read);
        List<Evolved> evolved = new ArrayList<>();
        for (int at = 0; at < lineages.size(); at++) {
            Evolved one = Evolved.of(lineages.get(at).current(), drawn.get(at), readings.get(at));
            evolved.add(one.survives() ? one.eliminated(whyUnfit(one.text(), lineages.get(at))) : one);
        }
        return evolved;
    }

    private Answer evolving(Lineage lineage) {
        List<Answer> answers = lineage.current().answers();
        return answers.get(place(lineage.generation(), answers.size(), settings.keepOriginals()));
    }

    /** Where the answer stands that evolves next: evolved ones are added at the end, or take the first one's place. */
    static int place(int generation, int answers, boolean keepOriginals) {
        return generation > 0 && keepOriginals ? answers - 1 : 0;
    }

    private String whyUnfit(String text, Lineage lineage) {
        String why = Elimination.whyUnfit(text, evolving(lineage).text(), settings.what());
        return why == null ? Elimination.whyNoAnswer(text) : why;
    }

    private static Reading<String> read(TeacherDesk.Answer answer) {
        return Replies.json(answer).then(object -> Replies.text(object, OperationPrompt.ANSWER));
    }
}
