package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;

/** One JSON object a line. */
final class LineText implements RowText {

    @Override
    public void write(ObjectNode fields, OutputStream out) throws IOException {
        out.write(JsonRow.write(fields));
        out.write('\n');
    }

    @Override
    public void end(OutputStream out) {
        // A line ends with itself.
    }
}
