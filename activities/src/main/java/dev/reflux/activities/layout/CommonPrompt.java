package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.layout.Example.Pair;
import dev.reflux.activities.layout.Turn.Role;
import java.util.List;
import java.util.Set;

/**
 * The prompt of a pair that has none of its own: what both answers begin with. Lists are cut between turns; transcripts after
 * their last common {@code Assistant:}, as HH-RLHF has them; other texts before a space, never inside a word.
 */
record CommonPrompt(List<Turn> prompt, List<Turn> chosen, List<Turn> rejected) {
    private static final String HUMAN = "\n\nHuman:";
    private static final String ASSISTANT = "\n\nAssistant:";

    static CommonPrompt of(JsonNode chosen, JsonNode rejected, Set<Loss> lost) {
        if (chosen == null || rejected == null) {
            throw new UnfitRowException("a row must have chosen and rejected, got only one of them or neither");
        }
        if (chosen.isTextual() && rejected.isTextual()) {
            return of(chosen.textValue(), rejected.textValue());
        }
        return of(Messages.read(chosen, "chosen", lost), Messages.read(rejected, "rejected", lost));
    }

    private static CommonPrompt of(List<Turn> chosen, List<Turn> rejected) {
        int most = Math.min(chosen.size(), rejected.size()) - 1;
        int cut = 0;
        while (cut < most && chosen.get(cut).equals(rejected.get(cut))) {
            cut++;
        }
        if (cut == 0) {
            throw noneShared();
        }
        return new CommonPrompt(
                chosen.subList(0, cut), chosen.subList(cut, chosen.size()), rejected.subList(cut, rejected.size()));
    }

    private static CommonPrompt of(String chosen, String rejected) {
        int shared = 0;
        int most = Math.min(chosen.length(), rejected.length());
        while (shared < most && chosen.charAt(shared) == rejected.charAt(shared)) {
            shared++;
        }
        int cut = chosen.startsWith(HUMAN) ? transcript(chosen, shared) : chosen.lastIndexOf(' ', shared - 1);
        if (cut <= 0) {
            throw noneShared();
        }
        return new CommonPrompt(
                List.of(Turn.of(Role.USER, chosen.substring(0, cut))),
                List.of(Turn.of(Role.ASSISTANT, chosen.substring(cut))),
                List.of(Turn.of(Role.ASSISTANT, rejected.substring(cut))));
    }

    private static int transcript(String text, int shared) {
        int assistant = text.lastIndexOf(ASSISTANT, shared - ASSISTANT.length());
        return assistant < 0 ? -1 : assistant + ASSISTANT.length();
    }

    private static UnfitRowException noneShared() {
        return new UnfitRowException(
                "chosen and rejected must begin with the same prompt, or the row must have a prompt");
    }

    Pair pair(JsonNode ratings, Beside beside) {
        return new Pair(prompt, chosen, rejected, ratings, beside);
    }
}
