package dev.reflux.activities.layout;

import java.util.Locale;

/** What a conversion could not carry over; each row counts once for each kind. */
public enum Loss {
    /** Alpaca's instruction and input became one text. */
    INPUT_JOINED,
    /** A system column became the first turn. */
    SYSTEM_MOVED,
    /** A developer's message became a system message. */
    DEVELOPER_AS_SYSTEM,
    /** Other names for the same thing: of roles or columns, or other spaces in JSON that is held in a text. */
    SPELLING,
    /** Parts of a message's content became one text. */
    CONTENT_PARTS,
    /** The answer of a conversation or of feedback. */
    ANSWER,
    /** The rejected answer of a pair. */
    REJECTED_ANSWER,
    /** Which two answers were a pair. */
    PAIRING,
    /** With which of several turns the completion begins. */
    COMPLETION_START,
    /** Answers to the same prompt, beside those that were taken. */
    OTHER_ANSWERS,
    /** Prompts that nobody answered. */
    UNANSWERED,
    /** Messages that were deleted or did not pass review, with what was said after them. */
    WITHDRAWN,
    /** Ratings of answers. */
    RATINGS,
    /** The label of feedback or of a text. */
    LABEL,
    /** Chains of thought. */
    REASONING,
    /** What an assistant said beside calling tools. */
    CONTENT_BESIDE_TOOL_CALLS,
    /** The identifiers that join tool calls and their results. */
    TOOL_CALL_IDS,
    /** Further fields of messages, such as {@code name}. */
    MESSAGE_FIELDS,
    /** Further columns, because their names mean something else in the new layout. */
    COLUMNS;

    /** As commands print it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
