package dev.reflux.activities.template.python;

/** How much one rendering may still do, so that a hostile template ends with an error. Not for several threads at once. */
public final class Allowance {

    /** Characters and list items made on the way, kept or not. */
    private static final long MADE = 1L << 28;

    /** Turns of loops and calls. */
    private static final long STEPS = 10_000_000;

    /** Calls of macros within each other. */
    private static final int DEPTH = 100;

    private long made = MADE;
    private long steps = STEPS;
    private int depth = DEPTH;

    /** Takes one turn of a loop, or one call. */
    public void step() {
        if (--steps < 0) {
            throw new TemplateFailure("it must end within " + STEPS + " steps, and has not");
        }
    }

    /**
     * Takes so many characters or items, before they are made where that is much.
     *
     * @param amount from 0; beyond {@link Long#MAX_VALUE} it is negative, and refused as well
     */
    public void make(long amount) {
        made -= amount;
        if (amount < 0 || made < 0) {
            throw new TemplateFailure("it must make at most " + MADE + " characters and items, and made more");
        }
    }

    /** Takes what a value holds, and gives the value back. */
    public Value made(Value value) {
        if (value instanceof Text text) {
            make(text.value().length());
        } else if (value instanceof Listing list) {
            make(list.items().size());
        }
        return value;
    }

    /** Enters a macro; to be left again. */
    public void enter() {
        step();
        if (--depth < 0) {
            throw new TemplateFailure("macros must call each other at most " + DEPTH + " deep, and go deeper");
        }
    }

    /** Leaves a macro. */
    public void leave() {
        depth++;
    }
}
