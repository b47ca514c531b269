package dev.reflux.activities.layout;

import dev.reflux.activities.layout.Example.Classified;
import dev.reflux.activities.layout.Example.Conversation;
import dev.reflux.activities.layout.Example.Feedback;
import dev.reflux.activities.layout.Example.Pair;
import dev.reflux.activities.layout.Example.Prompt;
import dev.reflux.activities.layout.Turn.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Makes of any example the one conversation to be learnt from it, or says why that would be wrong. */
final class Conversations {
    private Conversations() {}

    /** Of turns that were read: to be learnt where an assistant has the last word. */
    static Example of(List<Turn> turns, Beside beside) {
        boolean answered = turns.get(turns.size() - 1).isBy(Role.ASSISTANT);
        return answered ? new Conversation(turns, beside) : new Prompt(turns, beside);
    }

    static Conversation of(Example example, WritingOptions options, Set<Loss> lost) {
        if (example instanceof Conversation conversation) {
            return conversation;
        }
        if (example instanceof Pair pair) {
            return chosen(pair, options, lost);
        }
        if (example instanceof Feedback feedback) {
            return liked(feedback, options, lost);
        }
        if (example instanceof Classified classified) {
            Turn answer = Turn.of(Role.ASSISTANT, Fields.text(classified.label(), "label"));
            return new Conversation(List.of(Turn.of(Role.USER, classified.text()), answer), example.beside());
        }
        throw new UnfitRowException("a row must end in an answer to be learnt, got " + example.noun());
    }

    private static Conversation chosen(Pair pair, WritingOptions options, Set<Loss> lost) {
        if (!options.chosenAlone()) {
            throw new UnfitRowException(
                    "a pair must not be learnt as one conversation: --chosen takes the chosen answer alone");
        }
        lost.add(Loss.REJECTED_ANSWER);
        if (pair.ratings() != null) {
            lost.add(Loss.RATINGS);
        }
        return joined(pair.prompt(), pair.chosen(), pair.beside());
    }

    private static Conversation liked(Feedback feedback, WritingOptions options, Set<Loss> lost) {
        if (!options.chosenAlone()) {
            throw new UnfitRowException("an answer with feedback must not be learnt as it is: --chosen takes those that"
                    + " are labelled true");
        }
        if (!feedback.label()) {
            throw new UnfitRowException("an answer must be labelled true to be learnt, got false");
        }
        lost.add(Loss.LABEL);
        return joined(feedback.prompt(), feedback.completion(), feedback.beside());
    }

    private static Conversation joined(List<Turn> prompt, List<Turn> answer, Beside beside) {
        List<Turn> turns = new ArrayList<>(prompt);
        turns.addAll(answer);
        if (!turns.get(turns.size() - 1).isBy(Role.ASSISTANT)) {
            throw new UnfitRowException("a row must end in an assistant's answer to be learnt");
        }
        return new Conversation(turns, beside);
    }
}
