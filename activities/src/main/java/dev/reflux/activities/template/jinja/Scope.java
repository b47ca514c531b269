package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import java.util.Arrays;

/** The variables of a template, a macro or one turn of a loop; it sees those around it and sets its own. */
final class Scope {

    private static final int FEW = 4;

    private final Scope around;
    private final Run run;
    private String[] names = new String[FEW];
    private Value[] values = new Value[FEW];
    private int size;

    private Scope(Scope around, Run run) {
        this.around = around;
        this.run = run;
    }

    static Scope outermost(Run run) {
        return new Scope(null, run);
    }

    Scope inner() {
        return new Scope(this, run);
    }

    Run run() {
        return run;
    }

    Value find(String name) {
        for (Scope scope = this; scope != null; scope = scope.around) {
            int place = scope.place(name);
            if (place >= 0) {
                return scope.values[place];
            }
        }
        Value global = Globals.find(name, run);
        return global == null ? Undefined.name(name) : global;
    }

    void set(String name, Value value) {
        int place = place(name);
        if (place < 0) {
            if (size == names.length) {
                names = Arrays.copyOf(names, size * 2);
                values = Arrays.copyOf(values, size * 2);
            }
            place = size++;
            names[place] = name;
        }
        values[place] = value;
    }

    private int place(String name) {
        for (int at = 0; at < size; at++) {
            if (names[at].equals(name)) {
                return at;
            }
        }
        return -1;
    }
}
