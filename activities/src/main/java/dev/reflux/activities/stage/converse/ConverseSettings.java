package dev.reflux.activities.stage.converse;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Provider;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Settings of the stage {@code converse}. */
public record ConverseSettings(
        @Key(
                value = "Who plays the user, by its name below teachers; the main teacher where absent.",
                otherwise = Key.ABSENT)
        String user,

        @Key(value = "Who answers, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String assistant,

        @Key(value = "How many messages the user writes.", otherwise = "{}")
        Turns turns,

        @Key(value = "What a sample's text is: the user's message, or the user's goal.", otherwise = "message")
        TextPart text,

        @Key(value = "What the user wants, in every conversation.", otherwise = Key.ABSENT)
        String goal,

        @Key(
                value = "Longest conversation, in characters of all its messages.",
                otherwise = "20000",
                least = 100,
                most = 1_000_000)
        int mostCharacters,

        @Key(value = "Sampling temperature of both.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest message of the user, in tokens.", otherwise = "256", least = 1, most = 1_000_000)
        int maxUserTokens,

        @Key(
                value = "Longest answer of the assistant, in tokens, thoughts included.",
                otherwise = "1024",
                least = 1,
                most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "How often one message is asked for at most, where another draw may be better.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws)
        implements StageSettings {

    @Override
    public boolean asksInWords() {
        return true;
    }

    /** @throws InvalidSettingException if the main teacher is asked and is no chat model */
    @Override
    public WorkerRole role(TeacherPlan main) {
        boolean isChat = main.provider() != Provider.EMBEDDED && main.provider() != Provider.REWARD;
        if (!isChat && (user == null || assistant == null)) {
            throw new InvalidSettingException(
                    user == null ? "user" : "assistant",
                    "must name a chat model where the main teacher is none",
                    "nothing",
                    "name a teacher of another provider, such as openai");
        }
        return WorkerRole.TEACHER;
    }

    @Override
    public List<String> teachers() {
        return Stream.of(user, assistant).filter(Objects::nonNull).distinct().toList();
    }
}
