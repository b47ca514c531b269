package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** The rows of a file of text, piece by piece. */
final class PieceRows implements RowReader {

    private final Path file;
    private final Pieces pieces;
    private final RowFormat format;
    private final Consumer<BadRow> listener;

    /** @param format null where no piece can be read, which the listener has been told */
    PieceRows(Path file, Pieces pieces, RowFormat format, Consumer<BadRow> listener) {
        this.file = file;
        this.pieces = pieces;
        this.format = format;
        this.listener = listener;
    }

    @Override
    public Row next() {
        try {
            for (Piece piece = nextPiece(); piece != null; piece = nextPiece()) {
                ObjectNode fields = read(piece);
                if (fields != null) {
                    return new Row(piece.line(), fields);
                }
            }
            return null;
        } catch (IOException e) {
            throw TableException.unreadable(file, e);
        }
    }

    private Piece nextPiece() throws IOException {
        return format == null ? null : pieces.next();
    }

    private ObjectNode read(Piece piece) {
        try {
            if (piece.fault() != null) {
                throw piece.fault();
            }
            return format.read(piece.bytes());
        } catch (InvalidRowException e) {
            listener.accept(new BadRow(file, piece.line(), e.getMessage(), e.remedy()));
            return null;
        }
    }

    @Override
    public void close() {
        try {
            pieces.close();
        } catch (IOException e) {
            throw TableException.unreadable(file, e);
        }
    }
}
