package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Attributed;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code namespace()} makes: variables that outlive the turn of a loop that sets them. */
final class Namespace implements Attributed {

    private final Map<String, Value> values = new LinkedHashMap<>();

    void set(String name, Value value) {
        values.put(name, value);
    }

    @Override
    public Value attribute(String name) {
        Value value = values.get(name);
        return value == null ? Undefined.member(this, name) : value;
    }

    @Override
    public String type() {
        return "Namespace";
    }
}
