package dev.reflux.activities.template.jinja;

import dev.reflux.activities.template.jinja.Statement.Block;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Value;
import java.time.LocalDateTime;
import java.util.Map;

/** A template read once, to be rendered any number of times, by several threads at once. */
public final class JinjaTemplate {

    private final Block body;
    private final boolean marksGeneration;

    private JinjaTemplate(StatementParser parser) {
        this.body = parser.template();
        this.marksGeneration = parser.sawGeneration();
    }

    /**
     * Reads a template.
     *
     * @throws TemplateFailure with its line, if it is not well formed or has a block that is not supported
     */
    public static JinjaTemplate parse(String source) {
        try {
            return new JinjaTemplate(new StatementParser(Lexer.tokens(source)));
        } catch (StackOverflowError e) {
            throw new TemplateFailure("expressions and blocks must not be nested as deep as they are");
        }
    }

    /** Whether it says, by generation blocks, what the assistant writes. */
    public boolean marksGeneration() {
        return marksGeneration;
    }

    /**
     * Renders it.
     *
     * @param variables what its names mean at first
     * @param now the time that {@code strftime_now} tells
     * @throws TemplateFailure if the template refuses the variables, does what is not supported, or goes beyond the allowance
     */
    public Output render(Map<String, Value> variables, LocalDateTime now) {
        Run run = new Run(now);
        Scope scope = Scope.outermost(run);
        variables.forEach(scope::set);
        try {
            body.execute(scope, run.text());
        } catch (StackOverflowError e) {
            throw new TemplateFailure("macros, expressions and values must not be nested as deep as they are");
        }
        return run.output();
    }
}
