package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Iteration;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Value;
import java.util.List;

/** What a value is given to: a variable, several of them, or an attribute of a namespace. */
interface Target {

    void assign(Scope scope, Value value);

    record Variable(String name) implements Target {

        @Override
        public void assign(Scope scope, Value value) {
            scope.set(name, value);
        }
    }

    record Several(List<Target> targets) implements Target {

        @Override
        public void assign(Scope scope, Value value) {
            List<Value> values = Iteration.of(value);
            if (values.size() != targets.size()) {
                throw new TemplateFailure(
                        "as many values as names must be there, got " + values.size() + " for " + targets.size());
            }
            for (int place = 0; place < values.size(); place++) {
                targets.get(place).assign(scope, values.get(place));
            }
        }
    }

    record Member(String namespace, String name) implements Target {

        @Override
        public void assign(Scope scope, Value value) {
            if (!(scope.find(namespace) instanceof Namespace found)) {
                throw new TemplateFailure(
                        "an attribute can be set on a namespace alone, and " + namespace + " is not one");
            }
            found.set(name, value);
        }
    }
}
