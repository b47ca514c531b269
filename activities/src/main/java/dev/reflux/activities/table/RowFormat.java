package dev.reflux.activities.table;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Takes a piece of a file for a row. */
interface RowFormat {

    ObjectNode read(byte[] piece) throws InvalidRowException;

    /** The text of a piece, every byte of it. */
    static String text(byte[] piece) throws InvalidRowException {
        String text = new String(piece, StandardCharsets.UTF_8);
        // Stands where bytes were not UTF-8, or where the file has it itself: only a decoder that refuses tells which.
        return text.indexOf('\uFFFD') < 0 ? text : strictly(piece);
    }

    private static String strictly(byte[] piece) throws InvalidRowException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(piece))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidRowException("must be UTF-8, got other bytes", "save the file with encoding UTF-8");
        }
    }
}
