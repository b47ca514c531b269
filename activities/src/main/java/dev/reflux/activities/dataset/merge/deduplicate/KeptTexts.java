package dev.reflux.activities.dataset.merge.deduplicate;

import dev.reflux.activities.shard.TextKey;
import dev.reflux.activities.shard.WholeFile;
import dev.reflux.activities.shard.WorkspaceException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signatures of a dataset, in a file beside it: a header that says under which settings, an entry for each sample in the
 * dataset's order, the fingerprint of the dataset, and the SHA-256 of all that. The same dataset gives the same bytes. A file that is
 * missing, damaged, or of another dataset or other settings is not used, and the log says so.
 */
final class KeptTexts {

    /** Begins every file; ends in the number of its form. */
    private static final String FORM = "reflux-signatures/3";

    private static final Logger LOG = LoggerFactory.getLogger(KeptTexts.class);

    private static final int CHUNK = 1 << 16;

    private static final int SHA256_BYTES = 32;

    private final Path file;
    private final String description;

    /** Takes the entries in turn. */
    @FunctionalInterface
    interface Taker {
        void take(int place, KeptText text);
    }

    /** @param description of the traits: names all that they depend on beside the texts */
    KeptTexts(Path file, String description) {
        this.file = file;
        this.description = description;
    }

    /**
     * Writes the file whole.
     *
     * @param dataset asked for the dataset's fingerprint last, when all entries are written
     * @throws WorkspaceException if it cannot be written; what was there before stays
     */
    void write(Supplier<String> dataset, int count, IntFunction<KeptText> entries) {
        WholeFile.write(file, out -> {
            MessageDigest digest = TextKey.sha256();
            DataOutputStream data =
                    new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(out, digest), CHUNK));
            data.writeUTF(FORM);
            data.writeUTF(description);
            data.writeInt(count);
            for (int number = 0; number < count; number++) {
                write(entries.apply(number), data);
            }
            data.writeUTF(dataset.get());
            data.flush();
            out.write(digest.digest());
        });
    }

    /**
     * Hands over all entries, or none at all.
     *
     * @return false if the file is not to be used
     * @throws WorkspaceException if it is whole, but can no longer be read
     */
    boolean read(String dataset, Taker taker) {
        try {
            if (!Files.exists(file) || !isWhole()) {
                return isUnused(Files.exists(file) ? "is damaged" : "is missing");
            }
            if (!isOf(dataset)) {
                return isUnused("is of another dataset or of another release");
            }
        } catch (IOException e) {
            return isUnused("cannot be read (" + e.getMessage() + ")");
        }
        try (DataInputStream data = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), CHUNK))) {
            if (!data.readUTF().equals(FORM) || !data.readUTF().equals(description)) {
                return isUnused("is of other settings or of another release");
            }
            int count = data.readInt();
            for (int place = 0; place < count; place++) {
                taker.take(place, read(data));
            }
            return true;
        } catch (IOException e) {
            throw new WorkspaceException(
                    "Signature file " + file + " must stay readable, got " + e.getMessage()
                            + "; delete it and merge again",
                    e);
        }
    }

    private boolean isUnused(String why) {
        LOG.warn("Signature file {} {}: signatures are made anew from the dataset's texts", file, why);
        return false;
    }

    private boolean isOf(String dataset) throws IOException {
        byte[] fingerprint = dataset.getBytes(StandardCharsets.UTF_8);
        byte[] last = new byte[fingerprint.length];
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            bytes.seek(Math.max(0, bytes.length() - SHA256_BYTES - last.length));
            bytes.readFully(last);
        }
        return Arrays.equals(last, fingerprint);
    }

    private boolean isWhole() throws IOException {
        MessageDigest digest = TextKey.sha256();
        long left = Files.size(file) - SHA256_BYTES;
        byte[] chunk = new byte[CHUNK];
        try (InputStream bytes = Files.newInputStream(file)) {
            while (left > 0) {
                int got = bytes.read(chunk, 0, (int) Math.min(CHUNK, left));
                if (got < 0) {
                    return false;
                }
                digest.update(chunk, 0, got);
                left -= got;
            }
            return left == 0 && MessageDigest.isEqual(digest.digest(), bytes.readAllBytes());
        }
    }

    private static void write(KeptText text, DataOutputStream data) throws IOException {
        data.writeUTF(text.id());
        data.writeDouble(text.score());
        data.writeDouble(text.confidence());
        data.writeBoolean(text.isEmpty());
        data.writeLong(text.key());
        data.writeByte(text.traits().size());
        for (long[] traits : text.traits()) {
            data.writeInt(traits.length);
            ByteBuffer bytes = ByteBuffer.allocate(traits.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asLongBuffer().put(traits);
            data.write(bytes.array());
        }
    }

    private static KeptText read(DataInputStream data) throws IOException {
        String id = data.readUTF();
        double score = data.readDouble();
        double confidence = data.readDouble();
        boolean isEmpty = data.readBoolean();
        long key = data.readLong();
        List<long[]> traits = new ArrayList<>();
        for (int left = data.readByte(); left > 0; left--) {
            long[] longs = new long[data.readInt()];
            byte[] bytes = new byte[longs.length * Long.BYTES];
            data.readFully(bytes);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
            traits.add(longs);
        }
        return new KeptText(id, score, confidence, isEmpty, key, traits);
    }
}
