package dev.reflux.activities.student;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdInputStream;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.linear.SoftmaxRegression;
import dev.reflux.activities.shard.ShardCorruptException;
import dev.reflux.activities.shard.WholeFile;
import dev.reflux.activities.shard.WorkspaceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * A student in one file: a zstd frame that holds {@value #MAGIC}, a version, a JSON header, the features that have weights,
 * and a SHA-256 of all that.
 */
final class NgramStudentFile {

    private static final String MAGIC = "REFLUX-NGRAM";
    private static final int VERSION = 1;
    private static final int COMPRESSION_LEVEL = 3;
    private static final int SHA_256_BYTES = 32;

    private static final JsonMapper JSON = new JsonMapper();

    private record Header(
            List<String> labels, int buckets, int features, double temperature, List<JudgedOpinion> seedOpinions) {}

    private NgramStudentFile() {}

    /** @throws WorkspaceException if it cannot be written, naming the file */
    static void save(NgramStudent student, Path file) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DataOutputStream out = new DataOutputStream(bytes);
            write(student, out);
            out.write(sha256().digest(bytes.toByteArray()));
            WholeFile.write(file, Zstd.compress(bytes.toByteArray(), COMPRESSION_LEVEL));
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
    }

    /**
     * @throws ShardCorruptException if the file is cut, damaged, or of another version
     * @throws WorkspaceException if it cannot be read
     */
    static NgramStudent load(Path file) {
        if (!Files.isReadable(file)) {
            throw new WorkspaceException("Student " + file + " must be readable, but there is no such file", null);
        }
        try (ZstdInputStream frame = new ZstdInputStream(Files.newInputStream(file))) {
            byte[] content = frame.readAllBytes();
            int length = content.length - SHA_256_BYTES;
            MessageDigest digest = sha256();
            digest.update(content, 0, Math.max(0, length));
            if (length <= 0 || !Arrays.equals(digest.digest(), Arrays.copyOfRange(content, length, content.length))) {
                throw new IOException("its checksum does not fit its content");
            }
            return read(new DataInputStream(new ByteArrayInputStream(content, 0, length)));
        } catch (IOException e) {
            throw new ShardCorruptException(
                    "Student " + file + " is damaged: " + e.getMessage() + "; delete it and train the round again", e);
        }
    }

    private static void write(NgramStudent student, DataOutputStream out) throws IOException {
        SoftmaxRegression regression = student.regression();
        boolean[] weighted = weighted(regression);
        int features = 0;
        for (boolean has : weighted) {
            features += has ? 1 : 0;
        }
        out.writeUTF(MAGIC);
        out.writeInt(VERSION);
        byte[] header = JSON.writeValueAsBytes(new Header(
                student.labels(), regression.features(), features, student.temperature(), student.seedOpinions()));
        out.writeInt(header.length);
        out.write(header);
        for (float rarity : student.weighing().rarity()) {
            out.writeFloat(rarity);
        }
        for (int feature = 0; feature < weighted.length; feature++) {
            if (weighted[feature]) {
                out.writeInt(feature);
                for (int label = 0; label < regression.labels(); label++) {
                    out.writeFloat(regression.weight(feature, label));
                }
            }
        }
    }

    private static boolean[] weighted(SoftmaxRegression regression) {
        boolean[] weighted = new boolean[regression.features()];
        for (int feature = 0; feature < weighted.length; feature++) {
            for (int label = 0; label < regression.labels() && !weighted[feature]; label++) {
                weighted[feature] = regression.weight(feature, label) != 0;
            }
        }
        return weighted;
    }

    private static NgramStudent read(DataInputStream in) throws IOException {
        String magic = in.readUTF();
        int version = in.readInt();
        if (!magic.equals(MAGIC) || version != VERSION) {
            throw new IOException("it must be " + MAGIC + " version " + VERSION + ", got " + magic + " " + version);
        }
        Header header = JSON.readValue(in.readNBytes(in.readInt()), Header.class);
        float[] rarity = new float[header.buckets()];
        for (int feature = 0; feature < rarity.length; feature++) {
            rarity[feature] = in.readFloat();
        }
        int labels = header.labels().size();
        float[] weights = new float[Math.multiplyExact(rarity.length, labels)];
        for (int i = 0; i < header.features(); i++) {
            int row = Math.multiplyExact(in.readInt(), labels);
            for (int label = 0; label < labels; label++) {
                weights[row + label] = in.readFloat();
            }
        }
        return new NgramStudent(
                header.labels(),
                new TfIdf(new NgramHasher(rarity.length), rarity),
                new SoftmaxRegression(rarity.length, labels, weights),
                header.temperature(),
                header.seedOpinions());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
