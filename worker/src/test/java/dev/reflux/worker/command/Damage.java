package dev.reflux.worker.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files as transfers, editors and scripts do: cut, flipped, doubled, dropped, in bytes, in lines and in marks of JSON. */
final class Damage {

    private static final List<String> INSERTED = List.of(
            "\0",
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n",
            "\r",
            "\\",
            "\\ud800",
            "\\u0000",
            "\uFEFF",
            "null",
            "{}",
            "[]",
            "1e999999999",
            "-0",
            "123456789012345678901234567890",
            "{\"a\":{\"a\":",
            "\u202E",
            "\u2028");

    private final Random random;

    Damage(long seed) {
        this.random = new Random(seed);
    }

    /** A damaged copy; now and then several times over. */
    byte[] of(byte[] whole) {
        byte[] bytes = whole;
        for (int times = 1 + random.nextInt(3); times > 0 && bytes.length > 0; times--) {
            bytes = random.nextInt(3) == 0 ? inLines(bytes) : inBytes(bytes);
        }
        return bytes;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private byte[] inBytes(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(40));
        return switch (random.nextInt(7)) {
            case 0 -> spliced(bytes, at, 1, new byte[] {(byte) (bytes[at] ^ 1 << random.nextInt(8))});
            case 1 -> spliced(bytes, at, 0, new byte[] {(byte) 0xC3, (byte) random.nextInt()});
            case 2 -> spliced(bytes, at, length, new byte[0]);
            case 3 -> spliced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 4 -> Arrays.copyOf(bytes, at);
            case 5 -> spliced(bytes, mark(bytes, at), 1, new byte[0]);
            default -> spliced(bytes, at, random.nextInt(2), one(INSERTED).getBytes(StandardCharsets.UTF_8));
        };
    }

    /** The next brace, bracket or quote, or the place itself. */
    private static int mark(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if ("{}[]\"".indexOf(bytes[at]) >= 0) {
                return at;
            }
        }
        return from;
    }

    private byte[] inLines(byte[] bytes) {
        List<String> lines = new ArrayList<>(List.of(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)));
        int at = random.nextInt(lines.size());
        switch (random.nextInt(4)) {
            case 0 -> lines.add(at, lines.get(random.nextInt(lines.size())));
            case 1 -> lines.remove(at);
            case 2 -> lines.set(at, lines.get(at) + (at + 1 < lines.size() ? lines.remove(at + 1) : ""));
            default -> lines.set(at, lines.get(at).replace("\":", "\" "));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] spliced(byte[] bytes, int at, int removed, byte[] inserted) {
        byte[] spliced = new byte[bytes.length - removed + inserted.length];
        System.arraycopy(bytes, 0, spliced, 0, at);
        System.arraycopy(inserted, 0, spliced, at, inserted.length);
        System.arraycopy(bytes, at + removed, spliced, at + inserted.length, bytes.length - at - removed);
        return spliced;
    }
}
