package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * Evol-Instruct (WizardLM, arXiv 2304.12244): a teacher rewrites instructions; one that gained nothing, cannot be answered or
 * speaks of its making is eliminated, by the rules of the paper, which the authors' published code leaves out.
 */
final class InstructionEvolution implements Evolution {

    private final Asking asking;
    private final EvolveSettings settings;
    private final BiFunction<Sample, Integer, Method> methods;

    /** @param methods which method a sample is evolved by in an attempt */
    InstructionEvolution(Asking asking, EvolveSettings settings, BiFunction<Sample, Integer, Method> methods) {
        this.asking = asking;
        this.settings = settings;
        this.methods = methods;
    }

    @Override
    public List<Evolved> evolve(List<Lineage> lineages, int attempt) {
        List<Evolved> evolved =
                rewritten(lineages.stream().map(Lineage::current).toList(), attempt);
        List<Evolved> gained = asking.sieve(evolved, one -> InformationGain.call(one, settings), InformationGain::read);
        return asking.sieve(gained, one -> Trial.call(one, asking.round(), settings), Trial::read);
    }

    private List<Evolved> rewritten(List<Sample> parents, int attempt) {
        List<Method> drawn = new ArrayList<>();
        List<TeacherCall> calls = new ArrayList<>();
        for (Sample parent : parents) {
            Method method = methods.apply(parent, attempt);
            drawn.add(method);
            calls.add(OperationPrompt.instruction(method, parent, settings)
                    .draw((asking.round() - 1) * settings.mostAttempts() + attempt));
        }
        List<Reading<String>> readings = asking.ask(calls, InstructionEvolution::read);
        List<Evolved> evolved = new ArrayList<>();
        for (int at = 0; at < parents.size(); at++) {
            evolved.add(Evolved.of(parents.get(at), drawn.get(at), readings.get(at))
                    .checked((text, parent) -> Elimination.whyUnfit(text, parent, settings.what())));
        }
        return evolved;
    }

    /** The new instruction. */
    static Reading<String> read(Answer answer) {
        return Replies.json(answer).then(object -> Replies.text(object, OperationPrompt.INSTRUCTION));
    }
}
