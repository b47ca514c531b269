package dev.reflux.activities.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Bytes one by one, or line by line, with the number of the line they are on; a UTF-8 byte order mark at the beginning is passed over. */
final class ByteSource implements Closeable {

    private static final int[] BYTE_ORDER_MARK = {0xEF, 0xBB, 0xBF};

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private int at;
    private int end;
    private long line = 1;

    ByteSource(InputStream in) throws IOException {
        this.in = in;
        end = Math.max(0, in.readNBytes(buffer, 0, BYTE_ORDER_MARK.length));
        at = startsWithMark() ? BYTE_ORDER_MARK.length : 0;
    }

    private boolean startsWithMark() {
        for (int index = 0; index < BYTE_ORDER_MARK.length; index++) {
            if (index >= end || (buffer[index] & 0xFF) != BYTE_ORDER_MARK[index]) {
                return false;
            }
        }
        return true;
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            if (end == 0) {
                return -1;
            }
        }
        return buffer[at] & 0xFF;
    }

    int read() throws IOException {
        int next = peek();
        if (next >= 0) {
            at++;
            if (next == '\n') {
                line++;
            }
        }
        return next;
    }

    /** Gathers the rest of the line, and passes over its line feed. */
    void readLine(Piece.Bytes rest) throws IOException {
        while (peek() >= 0) {
            int start = at;
            while (at < end && buffer[at] != '\n') {
                at++;
            }
            rest.add(buffer, start, at - start);
            if (at < end) {
                at++;
                line++;
                return;
            }
        }
    }

    /** Line of the next byte, from 1. */
    long line() {
        return line;
    }

    /** True for what JSON takes for a blank. */
    static boolean isBlank(int next) {
        return next == ' ' || next == '\t' || next == '\n' || next == '\r';
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
