package dev.reflux.activities.table;

import java.io.IOException;

/** Records of comma-separated values (RFC 4180): what is between line ends that are in no quoted field. */
final class CsvPieces implements Pieces {

    private final ByteSource source;
    private final Piece.Bytes bytes;

    CsvPieces(ByteSource source, int longest) {
        this.source = source;
        this.bytes = new Piece.Bytes(longest);
    }

    @Override
    public Piece next() throws IOException {
        while (source.peek() >= 0) {
            long line = source.line();
            gather();
            if (!bytes.isEmpty()) {
                return bytes.take(line);
            }
        }
        return null;
    }

    private void gather() throws IOException {
        boolean quoted = false;
        boolean starting = true;
        for (int next = source.read(); next >= 0; next = source.read()) {
            if (!quoted && (next == '\n' || next == '\r')) {
                endLine(next);
                return;
            }
            bytes.add(next);
            if (quoted) {
                quoted = next != '"' || doubled();
            } else {
                quoted = starting && next == '"';
            }
            starting = !quoted && next == ',';
        }
    }

    private boolean doubled() throws IOException {
        if (source.peek() != '"') {
            return false;
        }
        bytes.add(source.read());
        return true;
    }

    private void endLine(int next) throws IOException {
        if (next == '\r' && source.peek() == '\n') {
            source.read();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
