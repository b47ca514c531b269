package dev.reflux.activities.table;

import java.io.IOException;

/** The elements of a JSON array: what is between commas that are in no string and no brackets of their own. */
final class ElementPieces implements Pieces {

    private static final String REMEDY = "write [ {…}, {…} ] and nothing else";

    private final ByteSource source;
    private final Piece.Bytes bytes;
    private int depth;
    private boolean inString;
    private boolean first = true;
    private State state = State.OPEN;

    private enum State {
        OPEN,
        CLOSED,
        CUT_OFF,
        OVER
    }

    /** @param source stands at the array's opening bracket */
    ElementPieces(ByteSource source, int longest) throws IOException {
        this.source = source;
        this.bytes = new Piece.Bytes(longest);
        source.read();
    }

    @Override
    public Piece next() throws IOException {
        return switch (state) {
            case OPEN -> element();
            case CLOSED -> rest();
            case CUT_OFF -> cutOff();
            case OVER -> null;
        };
    }

    private Piece element() throws IOException {
        skipBlanks();
        long line = source.line();
        depth = 0;
        inString = false;
        int next = source.read();
        for (; next >= 0 && !endsElement(next); next = source.read()) {
            bytes.add(next);
            follow(next);
        }
        return ended(next, line);
    }

    private Piece ended(int by, long line) throws IOException {
        boolean nothing = bytes.isEmpty();
        boolean only = first;
        first = false;
        state = by == ',' ? State.OPEN : by == ']' ? State.CLOSED : State.CUT_OFF;
        if (!nothing) {
            return bytes.take(line);
        }
        if (by < 0 || (by == ']' && only)) {
            return next();
        }
        return Piece.broken(line, "must hold an element between two commas, got none", REMEDY);
    }

    private boolean endsElement(int next) {
        return !inString && depth == 0 && (next == ',' || next == ']');
    }

    private void follow(int next) throws IOException {
        if (inString) {
            if (next == '\\' && source.peek() >= 0) {
                bytes.add(source.read());
            }
            inString = next != '"';
        } else if (next == '"') {
            inString = true;
        } else if (next == '{' || next == '[') {
            depth++;
        } else if ((next == '}' || next == ']') && depth > 0) {
            depth--;
        }
    }

    private Piece rest() throws IOException {
        state = State.OVER;
        skipBlanks();
        return source.peek() < 0
                ? null
                : Piece.broken(source.line(), "must end with its array, got more after it", REMEDY);
    }

    private Piece cutOff() {
        state = State.OVER;
        return Piece.broken(source.line(), "must end in ], got the file's end", "fetch or make the file again");
    }

    private void skipBlanks() throws IOException {
        while (ByteSource.isBlank(source.peek())) {
            source.read();
        }
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
