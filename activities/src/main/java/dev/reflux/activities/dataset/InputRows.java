package dev.reflux.activities.dataset;

import dev.reflux.activities.table.BadRow;
import dev.reflux.activities.table.Row;
import dev.reflux.activities.table.RowReader;
import dev.reflux.activities.table.TableException;
import dev.reflux.activities.table.Tables;
import dev.reflux.config.InvalidCampaignException;
import java.util.function.Consumer;

/** The rows of an input file, every one: a bad line is an error here, for a campaign must not start on less than it was given. */
final class InputRows {

    private final InputFile file;

    InputRows(InputFile file) {
        this.file = file;
    }

    /** @throws InvalidCampaignException at the first bad line, and where the file itself is damaged or of an unknown kind */
    void forEach(Consumer<Row> consumer) {
        try (RowReader rows = Tables.open(file.path(), this::refuse)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                consumer.accept(row);
            }
        } catch (TableException e) {
            throw file.broken(0L, e.why(), e.remedy());
        }
    }

    private void refuse(BadRow row) {
        throw file.broken(row.line(), row.why(), row.remedy());
    }
}
