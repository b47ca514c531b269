package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A JSON array of objects, one a line. */
final class ArrayText implements RowText {

    private boolean begun;

    @Override
    public void write(ObjectNode fields, OutputStream out) throws IOException {
        out.write(ascii(begun ? ",\n" : "[\n"));
        out.write(JsonRow.write(fields));
        begun = true;
    }

    @Override
    public void end(OutputStream out) throws IOException {
        out.write(ascii(begun ? "\n]\n" : "[]\n"));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
