package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** What a row says, whatever its layout. */
public sealed interface Example {

    /** Tools and further columns. */
    Beside beside();

    /** What a message to the user calls it. */
    String noun();

    /** Turns that end in an assistant's, to be learnt. */
    record Conversation(List<Turn> turns, Beside beside) implements Example {
        public Conversation {
            turns = List.copyOf(turns);
        }

        /** All before the last answer. */
        List<Turn> prompt() {
            return turns.subList(0, turns.size() - 1);
        }

        Turn answer() {
            return turns.get(turns.size() - 1);
        }

        @Override
        public String noun() {
            return "a conversation";
        }
    }

    /** Turns that nobody has answered yet. */
    record Prompt(List<Turn> turns, Beside beside) implements Example {
        public Prompt {
            turns = List.copyOf(turns);
        }

        @Override
        public String noun() {
            return "a prompt without an answer";
        }
    }

    /**
     * A better and a worse answer to one prompt.
     *
     * @param ratings of the chosen answer or of both, as {@code annotation_metrics} holds them; null where there are none
     */
    record Pair(List<Turn> prompt, List<Turn> chosen, List<Turn> rejected, JsonNode ratings, Beside beside)
            implements Example {
        public Pair {
            prompt = List.copyOf(prompt);
            chosen = List.copyOf(chosen);
            rejected = List.copyOf(rejected);
        }

        @Override
        public String noun() {
            return "a preference pair";
        }
    }

    /** An answer with a thumb up (true) or down. */
    record Feedback(List<Turn> prompt, List<Turn> completion, boolean label, Beside beside) implements Example {
        public Feedback {
            prompt = List.copyOf(prompt);
            completion = List.copyOf(completion);
        }

        @Override
        public String noun() {
            return "an answer with feedback";
        }
    }

    /** A text and the class it belongs to, a name or a number. */
    record Classified(String text, JsonNode label, Beside beside) implements Example {
        @Override
        public String noun() {
            return "a classified text";
        }
    }
}
