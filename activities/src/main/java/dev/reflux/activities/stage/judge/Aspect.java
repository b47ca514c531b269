package dev.reflux.activities.stage.judge;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.List;
import java.util.regex.Pattern;

/** What a judge looks at, and the scale it scores on: one that is built in, by its name alone, or one of the user's own. */
public record Aspect(
        @Key(
                value = "Name of the aspect, as verdicts and report show it.",
                pattern = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
                shorthand = true)
        String name,

        @Key(value = "What the judge is asked; absent for an aspect that is built in.", otherwise = Key.ABSENT)
        String question,

        @Key(value = "Worst score.", otherwise = "1", least = 0, most = 100)
        int least,

        @Key(value = "Best score.", otherwise = "5", least = 1, most = 100)
        int most,

        @Key(value = "What each score means, from the worst to the best.", otherwise = "[]")
        List<String> levels) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public Aspect {
        levels = levels == null ? List.of() : List.copyOf(levels);
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSettingException(
                    "name", "must be lower-case words joined by hyphens", '"' + name + '"', "write, say, brevity");
        }
        boolean isBuiltIn = BuiltInAspects.names().contains(name) && levels.isEmpty() && least == 1 && most == 5;
        if (question == null && !isBuiltIn) {
            throw new InvalidSettingException(
                    "question",
                    "must be given for an aspect that is not one of " + String.join(", ", BuiltInAspects.names())
                            + " as they stand",
                    "nothing for " + name,
                    "add question: what the judge is to look at");
        }
        if (most <= least) {
            throw new InvalidSettingException("most", "must be above least", least + " and " + most, "raise it");
        }
        if (!levels.isEmpty() && levels.size() != most - least + 1) {
            throw new InvalidSettingException(
                    "levels",
                    "must describe every score from " + least + " to " + most,
                    levels.size() + " descriptions",
                    "write " + (most - least + 1) + " of them, or none");
        }
    }

    static Aspect of(String name, String question, int most, String... levels) {
        return new Aspect(name, question, 1, most, List.of(levels));
    }

    /** The built-in one where only a name is given. */
    Aspect resolved() {
        return question == null ? BuiltInAspects.named(name) : this;
    }

    /** One line for each score that is described, or else what the ends of the scale mean. */
    String described() {
        if (levels.isEmpty()) {
            return least + ": as bad as can be\n" + most + ": as good as can be";
        }
        StringBuilder lines = new StringBuilder();
        for (int level = 0; level < levels.size(); level++) {
            lines.append(level == 0 ? "" : "\n")
                    .append(least + level)
                    .append(": ")
                    .append(levels.get(level));
        }
        return lines.toString();
    }
}
