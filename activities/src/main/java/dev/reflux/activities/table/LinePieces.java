package dev.reflux.activities.table;

import java.io.IOException;

/** Lines that are not blank. */
final class LinePieces implements Pieces {

    private final ByteSource source;
    private final Piece.Bytes bytes;

    LinePieces(ByteSource source, int longest) {
        this.source = source;
        this.bytes = new Piece.Bytes(longest);
    }

    @Override
    public Piece next() throws IOException {
        while (source.peek() >= 0) {
            long line = source.line();
            for (int next = source.read(); next >= 0 && next != '\n'; next = source.read()) {
                bytes.add(next);
            }
            boolean blank = bytes.isBlank();
            Piece piece = bytes.take(line);
            if (!blank || piece.fault() != null) {
                return piece;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
