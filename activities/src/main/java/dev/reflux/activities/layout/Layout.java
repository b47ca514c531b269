package dev.reflux.activities.layout;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The layouts of rows that trainers read. */
public enum Layout {
    /** {@code instruction}, {@code input}, {@code output}. */
    ALPACA(new AlpacaLayout()),
    /** {@code conversations} of human and gpt. */
    SHAREGPT(new SharegptLayout()),
    /** {@code messages} with roles. */
    MESSAGES(new MessagesLayout()),
    /** {@code prompt}, {@code chosen}, {@code rejected}. */
    PREFERENCE(new PreferenceLayout()),
    /** {@code prompt}, {@code completion}, {@code label}. */
    BINARY(new BinaryLayout()),
    /** {@code prompt}, {@code completion}. */
    COMPLETION(new CompletionLayout()),
    /** {@code text}, {@code label}. */
    CLASSIFICATION(new ClassificationLayout()),
    /** {@code prompt} alone. */
    PROMPT(new PromptLayout()),
    /** Open Assistant's trees of messages, which are read and never written. */
    OASST(new OasstLayout());

    private final RowLayout rows;

    Layout(RowLayout rows) {
        this.rows = rows;
    }

    RowLayout rows() {
        return rows;
    }

    /** Whether rows can be laid out so, and not only read. */
    public boolean isWritten() {
        return this != OASST;
    }

    /** As a user writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Those that a row may be laid out in, judged by its columns. */
    public static List<Layout> fitting(ObjectNode row) {
        return Arrays.stream(values()).filter(layout -> layout.rows.fits(row)).toList();
    }

    /** All of them, for messages to the user. */
    public static String words() {
        return Arrays.stream(values()).map(Layout::word).collect(Collectors.joining(", "));
    }
}
