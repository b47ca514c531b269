package dev.reflux.activities.shard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shards in one local folder. */
final class JsonlShardSet implements ShardSet {

    static final String REMEDY =
            "restore it from a backup, or delete it and start the campaign again: what is missing is"
                    + " made anew, and answers already paid for come from the ledger";

    private static final Pattern RECEIPT = Pattern.compile("shard-(\\d{5,})\\.json");

    private final Path folder;
    private boolean isFound;
    private boolean isMade;

    JsonlShardSet(Path folder) {
        this.folder = folder;
    }

    /** The highest number that has a receipt: a gap below it is found on reading, not passed over. */
    @Override
    public int count() {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToInt(JsonlShardSet::numberOfReceipt).max().orElse(0);
        } catch (IOException e) {
            throw WholeFile.unreadable(folder, e);
        }
    }

    @Override
    public List<Sample> read(int shard) {
        return whole(shard, ShardBytes::read);
    }

    @Override
    public List<SampleLine> lines(int shard) {
        return whole(shard, bytes -> ShardBytes.lines(file(shard), bytes));
    }

    @Override
    public ShardReceipt writeLines(int shard, List<SampleLine> lines) {
        byte[] bytes = ShardBytes.of(lines);
        ShardReceipt receipt = new ShardReceipt(lines.size(), bytes.length, ShardBytes.sha256(bytes));
        if (!isVouchedFor(shard, receipt)) {
            withdrawReceipt(shard);
        }
        write(file(shard), bytes);
        write(receipt(shard).file(), JsonDocument.bytes(receipt));
        return receipt;
    }

    /** A folder made here holds nothing that a killed process left, and is not searched for it. */
    private void write(Path file, byte[] bytes) {
        if (isMadeHere(file)) {
            WholeFile.writeAlone(file, bytes);
        } else {
            WholeFile.write(file, bytes);
        }
    }

    private synchronized boolean isMadeHere(Path file) {
        if (!isFound) {
            try {
                isMade = WholeFolder.makeAnew(folder.toAbsolutePath());
                isFound = true;
            } catch (IOException e) {
                throw WholeFile.unwritable(file, e);
            }
        }
        return isMade;
    }

    /** What the bytes of a shard hold. */
    @FunctionalInterface
    private interface Form<T> {
        List<T> of(byte[] bytes) throws IOException;
    }

    /** All of a shard, if its bytes and their number are what its receipt says. */
    private <T> List<T> whole(int shard, Form<T> form) {
        Path file = file(shard);
        ShardReceipt receipt = receipt(shard).read(ShardReceipt.class);
        byte[] bytes = bytes(file);
        if (bytes.length != receipt.bytes()) {
            throw corrupt(file, "must have " + receipt.bytes() + " bytes, got " + bytes.length);
        }
        String sha256 = ShardBytes.sha256(bytes);
        if (!sha256.equals(receipt.sha256())) {
            throw corrupt(file, "must have SHA-256 " + receipt.sha256() + ", got " + sha256);
        }
        List<T> samples = parsed(file, bytes, form);
        if (samples.size() != receipt.samples()) {
            throw corrupt(file, "must have " + receipt.samples() + " samples, got " + samples.size());
        }
        return samples;
    }

    @Override
    public String fingerprint() {
        MessageDigest digest = TextKey.sha256();
        int count = count();
        for (int shard = 1; shard <= count; shard++) {
            ShardReceipt receipt = receipt(shard).read(ShardReceipt.class);
            digest.update((receipt.sha256() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private boolean isVouchedFor(int shard, ShardReceipt receipt) {
        try {
            return receipt(shard).exists()
                    && receipt(shard).read(ShardReceipt.class).equals(receipt);
        } catch (ShardCorruptException e) {
            return false; // A broken receipt vouches for nothing; it is about to be replaced.
        }
    }

    /** A crash between shard and receipt must not leave the new shard under an old receipt. */
    private void withdrawReceipt(int shard) {
        Path file = receipt(shard).file();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw WholeFile.unwritable(file, e);
        }
    }

    private static <T> List<T> parsed(Path file, byte[] bytes, Form<T> form) {
        try {
            return form.of(bytes);
        } catch (IOException | RuntimeException e) {
            throw noSamples(file, e);
        }
    }

    static ShardCorruptException noSamples(Path file, Exception e) {
        return new ShardCorruptException("Shard " + file + " must hold samples, and does not; " + REMEDY, e);
    }

    private static byte[] bytes(Path file) {
        if (!Files.exists(file)) {
            throw corrupt(file, "must be there, and is missing");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw WholeFile.unreadable(file, e);
        }
    }

    private static ShardCorruptException corrupt(Path file, String broken) {
        return new ShardCorruptException("Shard " + file + " " + broken + "; " + REMEDY);
    }

    private static int numberOfReceipt(Path file) {
        Matcher name = RECEIPT.matcher(file.getFileName().toString());
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    @Override
    public Path file(int shard) {
        return folder.resolve("shard-%05d.jsonl.zst".formatted(shard));
    }

    @Override
    public boolean holds(int shard) {
        return receipt(shard).exists();
    }

    private JsonDocument receipt(int shard) {
        return new JsonDocument(folder.resolve("shard-%05d.json".formatted(shard)));
    }
}
