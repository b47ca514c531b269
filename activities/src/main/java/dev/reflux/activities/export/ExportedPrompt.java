package dev.reflux.activities.export;

import dev.reflux.activities.export.ExportedConversation.Turn;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.List;

/** All that was said before an answer, and the answer itself, as one text each or as a list of messages each. */
final class ExportedPrompt {

    private ExportedPrompt() {}

    /** System message, earlier turns and the text, as messages. */
    static List<Turn> turns(Sample sample) {
        List<Turn> turns = new ArrayList<>();
        if (sample.task().system() != null) {
            turns.add(Turn.of(Message.Role.SYSTEM, sample.task().system()));
        }
        for (Message message : sample.task().history()) {
            turns.add(Turn.of(message.role(), message.content()));
        }
        turns.add(Turn.of(Message.Role.USER, sample.text()));
        return turns;
    }

    static Object prompt(Sample sample, boolean conversational) {
        return conversational ? turns(sample) : text(sample);
    }

    static Object answer(String text, boolean conversational) {
        return conversational ? List.of(Turn.of(Message.Role.ASSISTANT, text)) : text;
    }

    /** The text alone, or, where turns were said before it, the whole transcript up to the answer. */
    private static String text(Sample sample) {
        String system = sample.task().system() == null ? "" : sample.task().system() + "\n\n";
        if (sample.task().history().isEmpty()) {
            return system + sample.text();
        }
        StringBuilder transcript = new StringBuilder(system);
        for (Message message : sample.task().history()) {
            String speaker = message.role() == Message.Role.USER ? "Human: " : "Assistant: ";
            transcript.append(speaker).append(message.content()).append("\n\n");
        }
        return transcript
                .append("Human: ")
                .append(sample.text())
                .append("\n\nAssistant:")
                .toString();
    }
}
