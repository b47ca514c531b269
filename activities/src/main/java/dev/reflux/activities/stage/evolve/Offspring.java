package dev.reflux.activities.stage.evolve;

import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes samples of what was evolved, with ids that no other sample of the shard has. */
final class Offspring {

    private final StageContext context;
    private final EvolveSettings settings;
    private final String teacher;
    private final Set<String> ids = new HashSet<>();

    /** @param given the shard's samples, whose ids are taken */
    Offspring(List<Sample> given, StageContext context, EvolveSettings settings) {
        this.context = context;
        this.settings = settings;
        this.teacher = context.teacher(settings.teacher()).identity();
        given.forEach(sample -> ids.add(sample.id()));
    }

    /** The evolved sample; rejected where it is eliminated, or where the very same was made of its parent before. */
    Sample of(Evolved evolved, int generation, int attempt) {
        boolean isAnswer = settings.evolves() == Evolves.ANSWER;
        if (isAnswer && evolved.survives()) {
            return improved(evolved, generation);
        }
        Sample child = isAnswer ? answeredBadly(evolved) : rewritten(evolved);
        if (!evolved.survives()) {
            return apart(child, attempt).rejected(evolved.reason());
        }
        return ids.add(child.id()) ? child : apart(child, attempt).rejected(Reasons.SAME_ANSWER);
    }

    private Sample rewritten(Evolved evolved) {
        Task task = evolved.parent().task();
        Sample child = child(evolved, evolved.text() == null ? evolved.parent().text() : evolved.text());
        // Reference and checks were made for another instruction.
        return child.under(new Task(task.system(), task.history(), task.passage(), task.persona(), null, Map.of()));
    }

    private Sample answeredBadly(Evolved evolved) {
        Sample child = child(evolved, evolved.parent().text());
        return evolved.text() == null ? child : child.answered(List.of(answer(evolved)));
    }

    private Sample child(Evolved evolved, String text) {
        Sample child = evolved.parent().child(text, evolved.method().path());
        return child.from(
                child.provenance().by(teacher, evolved.method().fingerprint(), context.round(), EvolveStage.NAME));
    }

    private Sample improved(Evolved evolved, int generation) {
        Sample parent = evolved.parent();
        List<Answer> answers = new ArrayList<>(parent.answers());
        if (settings.keepOriginals()) {
            answers.add(answer(evolved));
        } else {
            answers.set(AnswerEvolution.place(generation, answers.size(), false), answer(evolved));
        }
        return parent.answered(answers)
                .from(parent.provenance().after(evolved.method().path()));
    }

    private Answer answer(Evolved evolved) {
        return Answer.of(evolved.text(), null, teacher, evolved.method().fingerprint());
    }

    /** The same failure may befall a parent twice: each is put on record. */
    private static Sample apart(Sample sample, int attempt) {
        return sample.named(SampleId.of(sample.id(), "attempt", String.valueOf(attempt)));
    }
}
