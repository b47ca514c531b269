package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.PartFile;
import dev.reflux.activities.shard.WholeFile;
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
    private OutputStream bytes;
    private boolean finished;

    TextWriter(Path file, Packing packing, RowText text) {
        this.file = file;
        this.text = text;
        this.part = PartFile.of(file);
        this.out = packed(packing);
    }

    private OutputStream packed(Packing packing) {
        try {
            bytes = part.out();
            return new BufferedOutputStream(PackedBytes.pack(new BufferedOutputStream(bytes, BUFFER), packing), BUFFER);
        } catch (IOException e) {
            close();
            throw WholeFile.unwritable(file, e);
        }
    }

    @Override
    public void write(ObjectNode fields) {
        try {
            text.write(fields, out);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    @Override
    public void finish() {
        if (finished) {
            return;
        }
        try {
            text.end(out);
            out.close();
            finished = true;
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    @Override
    public void commit() {
        finish();
        part.moveIn();
    }

    /** Lets go of what is still to be written: the file goes. */
    @Override
    public void close() {
        try (part) {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }
}
