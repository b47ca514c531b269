package dev.reflux.activities.export;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import java.util.List;
import java.util.Locale;

/** An answer with all that was said before it, in the layout {@code messages}; its chain of thought is not in it. */
record ExportedConversation(List<Turn> messages) {

    /** Role in lower case, as chat templates want it. */
    record Turn(String role, String content) {

        static Turn of(Message.Role role, String content) {
            return new Turn(role.name().toLowerCase(Locale.ROOT), content);
        }
    }

    /** One for each answer, in their order; where answers are marked, for the chosen ones alone. */
    static List<ExportedConversation> of(Sample sample) {
        boolean marked = sample.answers().stream().anyMatch(answer -> answer.mark() != null);
        return sample.answers().stream()
                .filter(answer -> !marked || answer.mark() == Answer.Mark.CHOSEN)
                .map(answer -> of(sample, answer))
                .toList();
    }

    private static ExportedConversation of(Sample sample, Answer answer) {
        List<Turn> turns = ExportedPrompt.turns(sample);
        turns.add(Turn.of(Message.Role.ASSISTANT, answer.text()));
        return new ExportedConversation(turns);
    }
}
