package dev.reflux.activities.template.python;

/**
 * What a name or attribute is that is not there: it prints as nothing, counts as empty, and fails in whatever else is done to it.
 *
 * @param why for the message, such as {@code 'tools' is undefined}
 */
public record Undefined(String why) implements Value {

    public static Undefined name(String name) {
        return new Undefined("'" + name + "' is undefined");
    }

    public static Undefined member(Value of, String name) {
        return new Undefined("'" + of.type() + "' has no attribute '" + name + "'");
    }

    /** To be thrown. */
    public TemplateFailure failure() {
        return new TemplateFailure(why);
    }

    @Override
    public boolean truth() {
        return false;
    }

    @Override
    public String text() {
        return "";
    }

    @Override
    public String repr() {
        return "Undefined";
    }

    @Override
    public String type() {
        return "Undefined";
    }
}
