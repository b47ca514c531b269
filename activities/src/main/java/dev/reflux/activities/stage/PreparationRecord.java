package dev.reflux.activities.stage;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * What vouches for a finished preparation, {@code preparation.report.json}: what it was made from, what it left and what it
 * took. Written last, so that a preparation cut short counts as not done.
 */
final class PreparationRecord {

    private final JsonDocument document;
    private final Path preparation;
    private final Path calibration;

    /**
     * @param madeFrom SHA-256 of all that determines what the preparation finds
     * @param left SHA-256 of the files it left
     */
    private record Record(String madeFrom, String left, Tally tally) {}

    PreparationRecord(ShardContext context) {
        this.preparation = context.preparation();
        this.calibration = context.ownCalibration();
        this.document = new JsonDocument(preparation.resolveSibling("preparation.report.json"));
    }

    /** The recorded tally if this was prepared from just this and lies there still; else prepares, and records. */
    Tally finishedOr(String madeFrom, Supplier<Tally> prepare) {
        if (document.exists()) {
            Record record = document.read(Record.class);
            if (record.madeFrom().equals(madeFrom) && record.left().equals(left())) {
                return record.tally();
            }
        }
        Tally tally = prepare.get();
        document.write(new Record(madeFrom, left(), tally));
        return tally;
    }

    private String left() {
        return new MadeFrom().file(preparation).file(calibration).sha256();
    }
}
