package dev.reflux.activities.stage.converse;

import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Thought;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.List;

/** Takes the conversations of a shard further, all of them in step. */
final class Talk {

    private final List<Conversation> all;
    private final StageContext context;
    private final ConverseSettings settings;

    Talk(List<Conversation> all, StageContext context, ConverseSettings settings) {
        this.all = all;
        this.context = context;
        this.settings = settings;
    }

    /** Until every conversation is over. */
    void finish() {
        while (all.stream().anyMatch(conversation -> !conversation.isOver())) {
            answer(all.stream().filter(Conversation::needsAnswer).toList());
            hear(all.stream().filter(Conversation::needsMessage).toList());
        }
    }

    private void answer(List<Conversation> waiting) {
        TeacherDesk desk = context.teacher(settings.assistant());
        List<Reading<Thought>> readings =
                questions(desk).ask(waiting.stream().map(this::question).toList(), Talk::read);
        for (int at = 0; at < waiting.size(); at++) {
            Conversation conversation = waiting.get(at);
            Reading<Thought> reading = readings.get(at);
            if (reading.isUsable()) {
                Thought thought = reading.value();
                conversation.answer(
                        Answer.of(thought.answer(), thought.reasoning(), desk.identity(), conversation.shownPrompt()));
            } else {
                conversation.end(reading.reason());
            }
        }
    }

    private void hear(List<Conversation> waiting) {
        List<TeacherCall> calls = waiting.stream()
                .map(one -> UserPrompt.call(one.sample(), one.turns(), settings).draw(context.round() - 1))
                .toList();
        List<Reading<UserTurn>> readings = questions(context.teacher(settings.user()))
                .askEach(calls, (reply, at) -> {
                    Conversation one = waiting.get(at);
                    return UserTurn.read(reply, one.mayEnd(), one.lastAnswer());
                });
        for (int at = 0; at < waiting.size(); at++) {
            Reading<UserTurn> reading = readings.get(at);
            if (reading.isUsable()) {
                waiting.get(at).hear(reading.value());
            } else {
                waiting.get(at).end(reading.reason());
            }
        }
    }

    private TeacherCall question(Conversation conversation) {
        Prompt.Messages asked =
                TaskPrompt.of(conversation.sample().task().system(), conversation.shownTask(), conversation.open());
        return TeacherCall.of(
                        asked.system().isEmpty() ? null : asked.system(), asked.user(), settings.maxOutputTokens())
                .after(conversation.turns())
                .sampled(settings.temperature(), null)
                .draw(context.round() - 1)
                .about(conversation.sample().id());
    }

    private static Reading<Thought> read(TeacherDesk.Answer reply) {
        return Thought.read(reply)
                .then(thought ->
                        RoleSlip.isUser(thought.answer()) ? Reading.none(Reasons.ROLE_SLIP) : Reading.of(thought));
    }

    private Questions questions(TeacherDesk desk) {
        int over = (int) all.stream().filter(Conversation::isOver).count();
        return new Questions(desk, settings.draws(), settled -> context.progress(over, all.size()));
    }
}
