package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.layout.Beside;
import dev.reflux.activities.layout.Example;
import dev.reflux.activities.layout.Turn;
import dev.reflux.activities.layout.Turn.Role;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.config.Export;
import java.util.ArrayList;
import java.util.List;

/** What a sample has to say in a layout, in the order of its answers; chains of thought are not in it. */
final class SampleExamples {
    private final Export export;

    SampleExamples(Export export) {
        this.export = export;
    }

    List<Example> of(Sample sample) {
        return switch (export.format()) {
            case CLASSIFICATION ->
                throw new IllegalArgumentException("a classified sample is written with its confidence");
            case MESSAGES, ALPACA, SHAREGPT -> conversations(sample);
            case COMPLETION -> completions(sample);
            case PREFERENCE -> pairs(sample);
            case BINARY -> feedback(sample);
            case TEXT ->
                export.generationPrompt()
                        ? List.of(new Example.Prompt(turns(sample), beside()))
                        : conversations(sample);
            case PROMPT -> List.of(new Example.Prompt(asked(sample), beside()));
        };
    }

    /** One with nothing in it, for the shape of its row. */
    Example model() {
        List<Turn> asked = List.of(Turn.of(Role.USER, ""));
        List<Turn> said = List.of(Turn.of(Role.ASSISTANT, ""));
        return switch (export.format()) {
            case PREFERENCE -> new Example.Pair(asked, said, said, null, beside());
            case BINARY -> new Example.Feedback(asked, said, true, beside());
            case PROMPT -> new Example.Prompt(asked, beside());
            default -> new Example.Conversation(List.of(asked.get(0), said.get(0)), beside());
        };
    }

    private List<Example> conversations(Sample sample) {
        return conversations(sample, turns(sample));
    }

    private List<Example> completions(Sample sample) {
        return conversations(sample, asked(sample));
    }

    /** One for each answer; where answers are marked, for the chosen ones alone. */
    private List<Example> conversations(Sample sample, List<Turn> asked) {
        boolean marked = sample.answers().stream().anyMatch(answer -> answer.mark() != null);
        List<Example> conversations = new ArrayList<>();
        for (Answer answer : marked ? marked(sample, Mark.CHOSEN) : sample.answers()) {
            List<Turn> turns = new ArrayList<>(asked);
            turns.addAll(said(answer));
            conversations.add(new Example.Conversation(turns, beside()));
        }
        return conversations;
    }

    /** One for each chosen answer with each rejected one. */
    private List<Example> pairs(Sample sample) {
        List<Example> pairs = new ArrayList<>();
        for (Answer chosen : marked(sample, Mark.CHOSEN)) {
            for (Answer rejected : marked(sample, Mark.REJECTED)) {
                pairs.add(new Example.Pair(
                        asked(sample),
                        said(chosen),
                        said(rejected),
                        export.ratings() ? Ratings.of(chosen) : null,
                        beside()));
            }
        }
        return pairs;
    }

    private List<Example> feedback(Sample sample) {
        List<Example> feedback = new ArrayList<>();
        for (Answer answer : sample.answers()) {
            if (answer.mark() != null) {
                boolean label = answer.mark() == Mark.CHOSEN;
                feedback.add(new Example.Feedback(asked(sample), said(answer), label, beside()));
            }
        }
        return feedback;
    }

    private static List<Answer> marked(Sample sample, Mark mark) {
        return sample.answers().stream().filter(answer -> answer.mark() == mark).toList();
    }

    private static List<Turn> said(Answer answer) {
        return List.of(Turn.of(Role.ASSISTANT, answer.text()));
    }

    private List<Turn> asked(Sample sample) {
        return export.conversational() ? turns(sample) : List.of(Turn.of(Role.USER, transcript(sample)));
    }

    /** System message, earlier turns and the text. */
    private static List<Turn> turns(Sample sample) {
        List<Turn> turns = new ArrayList<>();
        if (sample.task().system() != null) {
            turns.add(Turn.of(Role.SYSTEM, sample.task().system()));
        }
        for (Message message : sample.task().history()) {
            turns.add(Turn.of(Role.valueOf(message.role().name()), message.content()));
        }
        turns.add(Turn.of(Role.USER, sample.text()));
        return turns;
    }

    /** The text alone, or, where turns were said before it, the whole transcript up to the answer. */
    private static String transcript(Sample sample) {
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

    private Beside beside() {
        return new Beside(null, !export.conversational(), JsonNodeFactory.instance.objectNode());
    }
}
