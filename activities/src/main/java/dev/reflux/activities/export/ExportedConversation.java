package dev.reflux.activities.export;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
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

    /** One for each answer, in their order; none for a sample without answers. */
    static List<ExportedConversation> of(Sample sample) {
        return sample.answers().stream().map(answer -> of(sample, answer)).toList();
    }

    private static ExportedConversation of(Sample sample, Answer answer) {
        List<Turn> turns = new ArrayList<>();
        if (sample.task().system() != null) {
            turns.add(Turn.of(Message.Role.SYSTEM, sample.task().system()));
        }
        for (Message message : sample.task().history()) {
            turns.add(Turn.of(message.role(), message.content()));
        }
        turns.add(Turn.of(Message.Role.USER, sample.text()));
        turns.add(Turn.of(Message.Role.ASSISTANT, answer.text()));
        return new ExportedConversation(turns);
    }
}
