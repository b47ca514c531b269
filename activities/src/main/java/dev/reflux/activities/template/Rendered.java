package dev.reflux.activities.template;

import java.util.List;

/**
 * A conversation as a model reads it.
 *
 * @param spans what the assistant wrote, in its order; empty where masks were not wanted
 */
public record Rendered(String text, List<Span> spans) {

    /** Characters from (inclusive) to (exclusive), counted in Unicode code points as Python counts them. */
    public record Span(int from, int to) {}
}
