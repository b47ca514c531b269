package dev.reflux.config.grammar;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The bytes of a campaign file as text. */
final class CampaignText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CampaignText() {}

    /** Decodes strict UTF-8, with or without a byte order mark; refuses the first byte that is not, with its line. */
    static String decode(String file, byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(input, text, true);
        if (result.isError()) {
            String bad = String.format(Locale.ROOT, "the byte 0x%02X", bytes[input.position()]);
            throw new Place(file, lineAt(bytes, input.position()), "")
                    .refuse("must be UTF-8", bad, "save the file as UTF-8");
        }
        text.flip();
        boolean marked = text.length() > 0 && text.charAt(0) == BYTE_ORDER_MARK;
        return text.subSequence(marked ? 1 : 0, text.length()).toString();
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int i = 0; i < position; i++) {
            if (bytes[i] == '\n') {
                line++;
            }
        }
        return line;
    }
}
