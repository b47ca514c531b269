package dev.reflux.activities.stage.converse;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.shard.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * A sample's conversation while it grows, turn by turn.
 *
 * <p>Whatever ends it early leaves the turns before in force: with enough of them it is a conversation, with fewer it is
 * rejected for what ended it. Not safe for several threads.
 */
final class Conversation {

    static final String REPEATS = "repeats";
    static final String TOO_LONG = "too-long";
    static final String EMPTY_TEXT = "empty-text";

    private final Sample sample;
    private final ConverseSettings settings;

    /** Whole exchanges: user and assistant in turn. */
    private final List<Message> turns = new ArrayList<>();

    /** The last user message while it has no answer; else null. */
    private String open;

    private Answer answer;
    private int said;
    private boolean isOver;
    private String endedBy;

    Conversation(Sample sample, ConverseSettings settings) {
        this.sample = sample;
        this.settings = settings;
        turns.addAll(sample.task().history());
        if (sample.text().isBlank()) {
            end(EMPTY_TEXT);
        } else if (settings.text() == TextPart.MESSAGE) {
            open = sample.text();
            if (!sample.answers().isEmpty()) {
                close(sample.answers().get(0));
            }
        }
    }

    boolean needsAnswer() {
        return !isOver && open != null;
    }

    boolean needsMessage() {
        return !isOver && open == null;
    }

    boolean isOver() {
        return isOver;
    }

    /** Whether the user may end it now. */
    boolean mayEnd() {
        return userTurns() >= settings.turns().least();
    }

    Sample sample() {
        return sample;
    }

    /** What was said so far, without a message that waits for its answer. */
    List<Message> turns() {
        return List.copyOf(turns);
    }

    /** The message that waits for its answer. */
    String open() {
        return open;
    }

    /** What the user reacts to; null before the first exchange. */
    String lastAnswer() {
        return turns.isEmpty() ? null : turns.get(turns.size() - 1).content();
    }

    /** The user has its say: it goes on or is done; one that repeats itself has nothing more to say. */
    void hear(UserTurn turn) {
        if (turn.isDone()) {
            end(null);
        } else if (repeats(turn.message())) {
            end(REPEATS);
        } else {
            open = turn.message();
        }
    }

    /** The assistant answers the open message; an exchange that makes the conversation too long is not part of it. */
    void answer(Answer given) {
        if (characters() + open.length() + given.text().length() > settings.mostCharacters()) {
            end(TOO_LONG);
        } else {
            said++;
            close(given);
        }
    }

    private void close(Answer given) {
        turns.add(Message.user(open));
        turns.add(Message.assistant(given.text()));
        answer = given;
        open = null;
        if (userTurns() >= settings.turns().most()) {
            end(null);
        }
    }

    /** @param why a reason word; null where it came to its end */
    void end(String why) {
        isOver = true;
        endedBy = why;
    }

    /**
     * The conversation as a sample: history, last user message, last answer. One that nothing was added to stays what it
     * was. Without its reference and checks, which were about another message, and without its persona, who asked.
     */
    Sample result(Sample.Provenance by) {
        boolean isEnough = answer != null && mayEnd();
        if (said == 0) {
            return isEnough ? sample : sample.rejected(endedBy);
        }
        Sample made = made(by);
        return isEnough ? made : made.rejected(endedBy);
    }

    /** The whole conversation is part of the id: two may end with the same words. */
    private Sample made(Sample.Provenance by) {
        int last = turns.size() - 2;
        Task task = new Task(
                sample.task().system(), turns.subList(0, last), sample.task().passage(), null, null, null);
        Sample child = sample.child(turns.get(last).content(), ConverseStage.NAME);
        List<String> content = new ArrayList<>(List.of(child.id()));
        turns.forEach(turn -> content.add(turn.content()));
        return child.named(SampleId.of(content.toArray(String[]::new)))
                .from(child.provenance().by(by.teacher(), by.prompt(), by.round(), by.stage()))
                .under(task)
                .answered(List.of(answer));
    }

    /** The task as the assistant is shown it: whoever the persona is, it asks. */
    Task shownTask() {
        return sample.task().withPersona(null);
    }

    /** Fingerprint of what stands around a message, or null. */
    String shownPrompt() {
        return TaskPrompt.fingerprint(shownTask());
    }

    private long userTurns() {
        return turns.stream().filter(turn -> turn.role() == Message.Role.USER).count();
    }

    private int characters() {
        return turns.stream().mapToInt(turn -> turn.content().length()).sum();
    }

    private boolean repeats(String message) {
        String folded = RoleSlip.folded(message);
        return turns.stream()
                .filter(turn -> turn.role() == Message.Role.USER)
                .anyMatch(turn -> RoleSlip.folded(turn.content()).equals(folded));
    }
}
