package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.table.TableName.Encoding;
import dev.reflux.activities.table.parquet.ParquetTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Opens and creates files of rows by the ending of their names: {@code .jsonl}, {@code .json}, {@code .csv}, each also with
 * {@code .gz} or {@code .zst} after it, and {@code .parquet}.
 */
public final class Tables {

    private Tables() {}

    /**
     * Opens a file. One that ends in {@code .json} is an array of objects where its first character is {@code [}, and one object
     * a line otherwise.
     *
     * @param listener is told of every part of the file that is no row, while the rows are read
     * @throws TableException if the ending is not known, or the file cannot be read
     */
    public static RowReader open(Path file, Consumer<BadRow> listener) {
        return open(file, listener, Piece.Bytes.MOST);
    }

    /** @param longest most bytes of a row */
    static RowReader open(Path file, Consumer<BadRow> listener, int longest) {
        TableName name = TableName.of(file);
        if (name.encoding() == Encoding.PARQUET) {
            return ParquetTables.open(file, listener);
        }
        try {
            ByteSource source = new ByteSource(PackedBytes.open(file, name.packing()));
            return switch (name.encoding()) {
                case CSV -> csv(file, new CsvPieces(source, longest), listener);
                case JSON -> new PieceRows(file, json(source, longest), new JsonRow(), listener);
                default -> new PieceRows(file, new LinePieces(source, longest), new JsonRow(), listener);
            };
        } catch (IOException e) {
            throw TableException.unreadable(file, e);
        }
    }

    private static Pieces json(ByteSource source, int longest) throws IOException {
        while (ByteSource.isBlank(source.peek())) {
            source.read();
        }
        return source.peek() == '[' ? new ElementPieces(source, longest) : new LinePieces(source, longest);
    }

    private static RowReader csv(Path file, CsvPieces pieces, Consumer<BadRow> listener) throws IOException {
        Piece header = pieces.next();
        CsvRow format = null;
        try {
            if (header != null && header.fault() != null) {
                throw header.fault();
            }
            format = header == null ? null : CsvRow.under(header.bytes());
        } catch (InvalidRowException e) {
            listener.accept(new BadRow(file, header.line(), e.getMessage(), e.remedy()));
        }
        return new PieceRows(file, pieces, format, listener);
    }

    /**
     * Creates a file, beside its place at first.
     *
     * @throws TableException if the ending is not known
     * @throws dev.reflux.activities.shard.WorkspaceException if the file cannot be written
     */
    public static RowWriter create(Path file) {
        return create(file, null);
    }

    /**
     * Creates a file whose rows look like one another.
     *
     * @param model a row of their shape; its fields are columns of CSV and Parquet even where no row has them
     * @throws TableException if the ending is not known
     * @throws dev.reflux.activities.shard.WorkspaceException if the file cannot be written
     */
    public static RowWriter create(Path file, ObjectNode model) {
        TableName name = TableName.of(file);
        return switch (name.encoding()) {
            case PARQUET -> ParquetTables.create(file, model);
            case CSV -> new TextWriter(file, name.packing(), new CsvText(file, model));
            case JSON -> new TextWriter(file, name.packing(), new ArrayText());
            case JSONL -> new TextWriter(file, name.packing(), new LineText());
        };
    }
}
