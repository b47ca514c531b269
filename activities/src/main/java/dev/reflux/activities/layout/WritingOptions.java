package dev.reflux.activities.layout;

/**
 * What a user decides where a layout leaves a choice.
 *
 * @param history write earlier turns into Alpaca's {@code history}, as LLaMA-Factory reads them; else they are refused
 * @param chosenAlone take the chosen answer of a pair, and answers labelled true, where the layout holds but one answer
 * @param toolTexts write tools and the arguments of their calls as JSON in texts, which any table holds
 * @param form of prompts and answers
 */
public record WritingOptions(boolean history, boolean chosenAlone, boolean toolTexts, Form form) {

    /** How {@code preference}, {@code binary} and {@code prompt} write what was said. */
    public enum Form {
        /** As the first row that is written was read. */
        AS_READ,
        /** One text each; what is more than a question and an answer is refused. */
        TEXTS,
        /** Lists of messages. */
        MESSAGES
    }

    /** Nothing but what every trainer reads. */
    public static WritingOptions standard() {
        return new WritingOptions(false, false, false, Form.AS_READ);
    }

    WritingOptions in(Form decided) {
        return new WritingOptions(history, chosenAlone, toolTexts, decided);
    }
}
