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
            source.readLine(bytes);
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
