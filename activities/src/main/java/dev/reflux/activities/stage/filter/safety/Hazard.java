package dev.reflux.activities.stage.filter.safety;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;

/** One way of doing harm: one that is built in, by its name alone, or one of the user's own. */
public record Hazard(
        @Key(value = "Name of the hazard, as reasons and verdicts show it.", pattern = Hazard.KEBAB, shorthand = true)
        String name,

        @Key(
                value = "What the judge is to find; for one that is built in its own where absent.",
                otherwise = Key.ABSENT)
        String description) {

    static final String KEBAB = "^[a-z][a-z0-9]*(-[a-z0-9]+)*$";

    /** What a judge says where it finds no hazard. */
    static final String NONE = "none";

    public Hazard {
        if (!name.matches(KEBAB) || name.equals(NONE)) {
            throw new InvalidSettingException(
                    "name",
                    "must be lower-case words joined by hyphens, and not " + NONE,
                    '"' + name + '"',
                    "write, say, gambling");
        }
        if (description == null ? !BuiltInHazards.names().contains(name) : description.isBlank()) {
            throw new InvalidSettingException(
                    "description",
                    "must be given for a hazard that is not one of " + String.join(", ", BuiltInHazards.names()),
                    "nothing for " + name,
                    "add description: what the judge is to find");
        }
    }

    /** The built-in one where only a name is given. */
    Hazard resolved() {
        return description == null ? BuiltInHazards.named(name) : this;
    }
}
