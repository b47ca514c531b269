package dev.reflux.activities.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Samples as the bytes of a shard file, one JSON object a line under zstd, and back. The same samples give the same bytes. */
final class ShardBytes {

    /** The default of zstd. Part of the format: another level gives other bytes. */
    private static final int LEVEL = 3;

    private static final ObjectReader READER = JsonDocument.MAPPER.readerFor(Sample.class);

    private static final ObjectWriter WRITER = JsonDocument.MAPPER.writerFor(Sample.class);

    private ShardBytes() {}

    static byte[] of(List<SampleLine> lines) {
        int length = 0;
        for (SampleLine line : lines) {
            length = Math.addExact(length, line.length());
        }
        ByteBuffer text = ByteBuffer.allocate(length);
        lines.forEach(line -> line.writeTo(text));
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            return zstd.setLevel(LEVEL).setChecksum(true).compress(text.array());
        }
    }

    /** @throws IOException if the bytes are not samples */
    static List<Sample> read(byte[] bytes) throws IOException {
        try (MappingIterator<Sample> samples = READER.readValues(text(bytes))) {
            return samples.readAll();
        }
    }

    /**
     * The lines as they stand: what they say is not looked at yet.
     *
     * @param file that the bytes are of
     * @throws IOException if the bytes are no lines
     */
    static List<SampleLine> lines(Path file, byte[] bytes) throws IOException {
        byte[] text = text(bytes);
        String units = new String(text, StandardCharsets.ISO_8859_1); // Its search takes many bytes at a time.
        List<SampleLine> lines = new ArrayList<>();
        int start = 0;
        for (int end = units.indexOf('\n'); end >= 0; end = units.indexOf('\n', start)) {
            lines.add(new SampleLine(file, text, start, end));
            start = end + 1;
        }
        if (start < text.length) {
            throw new IOException("the last line has no end");
        }
        return lines;
    }

    static Sample sample(byte[] text, int start, int length) throws IOException {
        return READER.readValue(text, start, length);
    }

    static byte[] line(Sample sample) {
        try {
            return WRITER.writeValueAsBytes(sample);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("sample " + sample.id() + " cannot be written as JSON", e);
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] text(byte[] bytes) throws IOException {
        long length = Zstd.getFrameContentSize(bytes);
        if (length < 0 || length > Integer.MAX_VALUE) {
            throw new IOException("zstd must say its length, got " + length);
        }
        return length == 0 ? new byte[0] : Zstd.decompress(bytes, (int) length);
    }
}
