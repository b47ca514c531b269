package dev.reflux.activities.convert;

import dev.reflux.activities.convert.ConversionReport.Unwritten;
import java.util.List;

/**
 * What became of a file of messages under a chat template.
 *
 * @param file that was read
 * @param from its layout
 * @param read good rows it holds
 * @param rendered rows that became a text
 * @param refused rows that are no conversation, or that the template refused
 * @param bad parts of the file that are no rows at all
 * @param unrendered the first of the refused rows and bad parts, in the file's order
 */
public record RenderingReport(
        String file, String from, long read, long rendered, long refused, long bad, List<Unwritten> unrendered) {

    /** Whether every part of the file became a text. */
    public boolean isComplete() {
        return refused == 0 && bad == 0;
    }
}
