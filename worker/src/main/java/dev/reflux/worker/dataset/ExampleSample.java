package dev.reflux.worker.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.layout.Example;
import dev.reflux.activities.layout.Turn;
import dev.reflux.activities.layout.Turn.Role;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import java.util.ArrayList;
import java.util.List;

/** What a training row says, as a sample without a name: its last user turn is the text, what the assistant says last the answer. */
final class ExampleSample {

    private static final Provenance NOWHERE = new Provenance("", null, null, 0, null);

    private ExampleSample() {}

    static Sample of(Example example) {
        if (example instanceof Example.Classified classified) {
            JsonNode confidence = classified.beside().others().path("confidence");
            return of(
                    classified.text(),
                    classified.label().asText(),
                    confidence.isNumber() ? confidence.asDouble() : null);
        }
        if (example instanceof Example.Pair pair) {
            return asked(pair.prompt())
                    .answered(List.of(said(pair.chosen(), Mark.CHOSEN), said(pair.rejected(), Mark.REJECTED)));
        }
        if (example instanceof Example.Feedback feedback) {
            Mark mark = feedback.label() ? Mark.CHOSEN : Mark.REJECTED;
            return asked(feedback.prompt()).answered(List.of(said(feedback.completion(), mark)));
        }
        if (example instanceof Example.Conversation conversation) {
            List<Turn> turns = conversation.turns();
            return asked(turns).answered(List.of(said(turns, null)));
        }
        return asked(((Example.Prompt) example).turns());
    }

    static Sample of(String text, String label, Double confidence) {
        return new Sample("", text, label, confidence, List.of(), Decision.ACCEPTED, null, NOWHERE);
    }

    private static Sample asked(List<Turn> turns) {
        int last = turns.size() - 1;
        while (last > 0 && turns.get(last).role() != Role.USER) {
            last--;
        }
        Task task = Task.NONE;
        List<Message> history = new ArrayList<>();
        for (Turn turn : turns.subList(0, Math.max(0, last))) {
            switch (turn.role()) {
                case SYSTEM, DEVELOPER -> task = task.withSystem(content(turn));
                case USER -> history.add(new Message(Message.Role.USER, content(turn)));
                default -> history.add(new Message(Message.Role.ASSISTANT, content(turn)));
            }
        }
        String text = turns.isEmpty() ? "" : content(turns.get(last));
        return of(text, null, null).under(task.withHistory(history));
    }

    private static Answer said(List<Turn> turns, Mark mark) {
        Turn last = turns.isEmpty() ? Turn.of(Role.ASSISTANT, "") : turns.get(turns.size() - 1);
        Answer answer = Answer.of(content(last), last.reasoning(), null, null);
        return mark == null ? answer : answer.marked(mark);
    }

    private static String content(Turn turn) {
        return turn.content() == null ? "" : turn.content();
    }
}
