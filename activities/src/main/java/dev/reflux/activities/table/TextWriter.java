package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.PartFile;
import dev.reflux.activities.table.TableName.Packing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes rows as text into a file that may be compressed. */
final class TextWriter implements RowWriter {

    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final PartFile part;
    private final OutputStream out;
    private final RowText text;

    TextWriter(Path file, Packing packing, RowText text) {
        this.file = file;
        this.text = text;
        this.part = PartFile.of(file);
        this.out = packed(packing);
    }

    private OutputStream packed(Packing packing) {
        try {
            return new BufferedOutputStream(
                    PackedBytes.pack(new BufferedOutputStream(part.out(), BUFFER), packing), BUFFER);
        } catch (IOException e) {
            part.close();
            throw TableException.unwritable(file, e);
        }
    }

    @Override
    public void write(ObjectNode fields) {
        try {
            text.write(fields, out);
        } catch (IOException e) {
            throw TableException.unwritable(file, e);
        }
    }

    @Override
    public void commit() {
        try {
            text.end(out);
            out.close();
        } catch (IOException e) {
            throw TableException.unwritable(file, e);
        }
        part.moveIn();
    }

    @Override
    public void close() {
        part.close();
    }
}
