package dev.reflux.activities.table;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import dev.reflux.activities.table.TableName.Packing;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Bytes in and out of a file that may be compressed. Damage is an {@link IOException}, however little of the file is left. */
final class PackedBytes {

    private static final int BUFFER = 1 << 16;

    /** The default of zstd. Part of the format: another level gives other bytes. */
    private static final int ZSTD_LEVEL = 3;

    private PackedBytes() {}

    static InputStream open(Path file, Packing packing) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        try {
            return unpack(bytes, packing);
        } catch (IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static InputStream unpack(InputStream bytes, Packing packing) throws IOException {
        if (packing == Packing.NONE) {
            return bytes;
        }
        InputStream packed = new BufferedInputStream(bytes, BUFFER);
        packed.mark(1);
        if (packed.read() < 0) {
            throw new IOException("an empty file where compressed bytes must be");
        }
        packed.reset();
        return packing == Packing.GZIP ? new WholeGzip(packed) : new ZstdInputStream(packed);
    }

    static OutputStream pack(OutputStream bytes, Packing packing) throws IOException {
        return switch (packing) {
            case NONE -> bytes;
            case GZIP -> new GZIPOutputStream(bytes, BUFFER);
            case ZSTD -> new ZstdOutputStream(bytes, ZSTD_LEVEL).setChecksum(true);
        };
    }

    /** Complains of bytes after the last member; the platform's own stream would end as if they were not there. */
    private static final class WholeGzip extends GZIPInputStream {

        private static final int TRAILER = 8;

        WholeGzip(InputStream packed) throws IOException {
            super(packed, BUFFER);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            if (read < 0 && (inf.getRemaining() > TRAILER || in.available() > 0)) {
                throw new IOException("bytes after the end of the compressed ones");
            }
            return read;
        }
    }
}
