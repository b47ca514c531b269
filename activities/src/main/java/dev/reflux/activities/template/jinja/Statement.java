package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.python.TemplateFailure;
import java.util.List;

/** A node of the tree that writes or sets something. */
interface Statement {

    /** What comes after it. */
    enum Flow {
        NEXT,
        BREAK,
        CONTINUE
    }

    Flow execute(Scope scope, StringBuilder out);

    /** The same, its failures with a line. */
    static Statement at(int line, Statement statement) {
        return (scope, out) -> {
            try {
                return statement.execute(scope, out);
            } catch (TemplateFailure e) {
                throw e.at(line);
            }
        };
    }

    /** One after the other, until one leaves. */
    record Block(List<Statement> statements) implements Statement {

        @Override
        public Flow execute(Scope scope, StringBuilder out) {
            for (Statement statement : statements) {
                Flow flow = statement.execute(scope, out);
                if (flow != Flow.NEXT) {
                    return flow;
                }
            }
            return Flow.NEXT;
        }

        /** What it writes, as a text of its own. */
        String text(Scope scope) {
            StringBuilder text = new StringBuilder();
            execute(scope, text);
            scope.run().allowance().make(text.length());
            return text.toString();
        }
    }
}
