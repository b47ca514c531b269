package dev.reflux.activities.template.python;

/** Text marked {@code safe}: it can be printed, and nothing else, since Python would escape whatever joins it. */
public record Markup(String value) implements Value {

    @Override
    public boolean truth() {
        return !value.isEmpty();
    }

    @Override
    public String text() {
        return value;
    }

    @Override
    public String type() {
        return "Markup";
    }
}
