package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.Allowance;
import dev.reflux.activities.template.python.Arguments;
import dev.reflux.activities.template.python.Callable;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Text;
import dev.reflux.activities.template.python.Undefined;
import dev.reflux.activities.template.python.Value;
import java.util.List;

/** A macro, or the body of a call block, with the variables around its definition; calling it gives the text it writes. */
record Macro(Signature signature, Scope around) implements Callable {

    static final String CALLER = "caller";

    /** A parameter and what it is where no argument is given; null for undefined. */
    record Parameter(String name, Expression otherwise) {}

    record Signature(String name, List<Parameter> parameters, Statement.Block body) {}

    @Override
    public Value call(Arguments arguments, Allowance allowance) {
        refuseUnknown(arguments);
        Scope scope = around.inner();
        Value caller = arguments.named().get(CALLER);
        scope.set(CALLER, caller == null ? Undefined.name(CALLER) : caller);
        for (int place = 0; place < signature.parameters.size(); place++) {
            Parameter parameter = signature.parameters.get(place);
            Value given = arguments.get(place, parameter.name);
            scope.set(parameter.name, given == null ? otherwise(parameter, scope) : given);
        }
        allowance.enter();
        try {
            return new Text(signature.body.text(scope));
        } finally {
            allowance.leave();
        }
    }

    private static Value otherwise(Parameter parameter, Scope scope) {
        return parameter.otherwise == null
                ? new Undefined("parameter '" + parameter.name + "' was not provided")
                : parameter.otherwise.evaluate(scope);
    }

    private void refuseUnknown(Arguments arguments) {
        List<String> names = signature.parameters.stream().map(Parameter::name).toList();
        if (arguments.positional().size() > names.size()) {
            throw new TemplateFailure("macro " + signature.name + " must be given at most " + names.size()
                    + " arguments, got " + arguments.positional().size());
        }
        for (String name : arguments.named().keySet()) {
            boolean free = names.indexOf(name) >= arguments.positional().size();
            if (!free && !name.equals(CALLER)) {
                throw new TemplateFailure(
                        "macro " + signature.name + " must be given each of " + names + " once at most, got " + name);
            }
        }
    }

    @Override
    public String type() {
        return "Macro";
    }
}
