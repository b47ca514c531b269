package dev.reflux.worker.endtoend;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Every file of a campaign's dataset, rejected samples and exports, with its bytes, by its name; but for what describes the
 * exports, in which the campaign is named.
 */
final class Product {

    private static final List<String> PARTS = List.of("dataset", "rejected", "exports");
    private static final List<String> DESCRIPTIONS = List.of("README.md", "dataset_info.json");

    private final Map<String, byte[]> files;

    private Product(Map<String, byte[]> files) {
        this.files = files;
    }

    static Product of(Path campaign) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String part : PARTS) {
            try (Stream<Path> paths = Files.walk(campaign.resolve(part))) {
                List<Path> found = paths.filter(Files::isRegularFile)
                        .filter(path -> !path.toString().endsWith(".report.json"))
                        .filter(path ->
                                !DESCRIPTIONS.contains(path.getFileName().toString()))
                        .toList();
                for (Path path : found) {
                    files.put(campaign.relativize(path).toString(), Files.readAllBytes(path));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Product(files);
    }

    /** One line for each file that is not the same, byte for byte, in both; none where all are. */
    List<String> differencesFrom(Product other) {
        List<String> differences = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(files.keySet());
        names.addAll(other.files.keySet());
        for (String name : names) {
            byte[] here = files.get(name);
            byte[] there = other.files.get(name);
            if (!Arrays.equals(here, there)) {
                differences.add(name + ": " + difference(name, here, there));
            }
        }
        return differences;
    }

    private static String difference(String name, byte[] here, byte[] there) {
        if (here == null || there == null) {
            return here == null ? "is missing" : "is new";
        }
        List<String> lines = lines(name, here);
        List<String> others = lines(name, there);
        for (int line = 0; line < Math.min(lines.size(), others.size()); line++) {
            if (!lines.get(line).equals(others.get(line))) {
                return "line " + (line + 1) + " is " + lines.get(line) + ", was " + others.get(line);
            }
        }
        return "has " + lines.size() + " lines, had " + others.size();
    }

    private static List<String> lines(String name, byte[] bytes) {
        byte[] plain = name.endsWith(".zst") ? Zstd.decompress(bytes, (int) Zstd.decompressedSize(bytes)) : bytes;
        return new String(plain, StandardCharsets.UTF_8).lines().toList();
    }
}
