package dev.reflux.activities.template.jinja;

import java.util.List;

/**
 * What a template made.
 *
 * @param generated start and end, in Java's characters, of what each generation block made, in their order
 * @param misplaced whether a generation block stood where its place in the text is not known, as within a macro
 */
public record Output(String text, List<int[]> generated, boolean misplaced) {}
