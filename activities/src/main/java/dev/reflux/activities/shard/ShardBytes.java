package dev.reflux.activities.shard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Samples as the bytes of a shard file, one JSON object a line under zstd, and back. The same samples give the same bytes. */
final class ShardBytes {

    /** The default of zstd. Part of the format: another level gives other bytes. */
    private static final int LEVEL = 3;

    private static final ObjectReader SAMPLES = JsonDocument.MAPPER.readerFor(Sample.class);

    private ShardBytes() {}

    static byte[] of(List<Sample> samples) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (Sample sample : samples) {
            lines.writeBytes(line(sample));
            lines.write('\n');
        }
        try (ZstdCompressCtx zstd = new ZstdCompressCtx()) {
            return zstd.setLevel(LEVEL).setChecksum(true).compress(lines.toByteArray());
        }
    }

    /** @throws IOException if the bytes are not samples */
    static List<Sample> read(byte[] bytes) throws IOException {
        try (InputStream lines = new ZstdInputStream(new ByteArrayInputStream(bytes));
                MappingIterator<Sample> samples = SAMPLES.readValues(lines)) {
            return samples.readAll();
        }
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] line(Sample sample) {
        try {
            return JsonDocument.MAPPER.writeValueAsBytes(sample);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("sample " + sample.id() + " cannot be written as JSON", e);
        }
    }
}
