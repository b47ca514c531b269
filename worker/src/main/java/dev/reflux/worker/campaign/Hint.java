package dev.reflux.worker.campaign;

/**
 * How to type a command about a campaign, ready to be copied.
 *
 * @param options those that lead to the same workspace and Temporal, each after a blank; may be empty
 */
public record Hint(String campaign, String options) {
    public String to(String verb) {
        return "./reflux " + verb + " " + campaign + options;
    }
}
