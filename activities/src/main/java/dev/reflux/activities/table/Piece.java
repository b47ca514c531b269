package dev.reflux.activities.table;

import java.util.Arrays;

/**
 * A part of a file that should be one row.
 *
 * @param line where it starts, from 1
 * @param fault why it cannot be one, whatever its bytes say; null where there is nothing against it
 */
record Piece(long line, byte[] bytes, InvalidRowException fault) {

    static Piece broken(long line, String why, String remedy) {
        return new Piece(line, new byte[0], new InvalidRowException(why, remedy));
    }

    /** Gathers the bytes of a piece, up to a bound. */
    static final class Bytes {

        /** Beyond any text that is taught from, and little enough for a worker's heap several times over. */
        static final int MOST = 16 << 20;

        private static final int FIRST = 1 << 12;

        private final int most;
        private byte[] bytes = new byte[FIRST];
        private int length;
        private boolean tooLong;

        Bytes(int most) {
            this.most = most;
        }

        void add(int next) {
            if (length == most) {
                tooLong = true;
                return;
            }
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(most, length * 2));
            }
            bytes[length++] = (byte) next;
        }

        void add(byte[] from, int start, int count) {
            int taken = Math.min(count, most - length);
            tooLong |= taken < count;
            if (length + taken > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(most, Math.max(length + taken, length * 2)));
            }
            System.arraycopy(from, start, bytes, length, taken);
            length += taken;
        }

        boolean isEmpty() {
            return length == 0;
        }

        boolean isBlank() {
            for (int index = 0; index < length; index++) {
                if (!ByteSource.isBlank(bytes[index])) {
                    return false;
                }
            }
            return true;
        }

        /** All bytes since the last time, as a piece. */
        Piece take(long line) {
            Piece piece = tooLong
                    ? Piece.broken(
                            line,
                            "must be at most " + most + " bytes long, got more",
                            "cut it, or look for a quote or bracket that is never closed")
                    : new Piece(line, Arrays.copyOf(bytes, length), null);
            length = 0;
            tooLong = false;
            return piece;
        }
    }
}
