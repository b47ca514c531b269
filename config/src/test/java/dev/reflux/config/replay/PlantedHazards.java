package dev.reflux.config.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Mistakes that replayed code must not make, each in a class of its own, and one class that makes none. */
@SuppressWarnings("unused")
final class PlantedHazards {

    private PlantedHazards() {}

    static final class MethodReferenceToNow {
        Supplier<Instant> clock = Instant::now;
    }

    static final class MethodReferenceToSystem {
        LongSupplier clock = System::currentTimeMillis;
    }

    static final class DrawsARandomNumber {
        int draw() {
            return new Random(1).nextInt();
        }
    }

    static final class CallsMathRandom {
        double draw() {
            return Math.random();
        }
    }

    static final class Shuffles {
        void mix(List<String> names) {
            Collections.shuffle(names);
        }
    }

    static final class WalksAHashSet {
        List<String> names(List<String> all) {
            return new ArrayList<>(new HashSet<>(all));
        }
    }

    static final class WalksAHashMap {
        Map<String, Integer> counts = new HashMap<>();
    }

    static final class WalksAMapOf {
        Map<String, Integer> counts = Map.of("a", 1, "b", 2);
    }

    static final class WalksACopyOfAMap {
        Map<String, Integer> copy(Map<String, Integer> counts) {
            return Map.copyOf(counts);
        }
    }

    static final class WalksASetOf {
        Set<String> names = Set.of("a", "b");
    }

    static final class CollectsIntoASet {
        Set<String> names(List<String> all) {
            return all.stream().collect(Collectors.toSet());
        }
    }

    static final class GroupsIntoAHashMap {
        Map<Integer, List<String>> byLength(List<String> all) {
            return all.stream().collect(Collectors.groupingBy(String::length));
        }
    }

    static final class StreamsInParallel {
        Stream<String> stream(List<String> names) {
            return names.parallelStream();
        }
    }

    static final class ReadsAClock {
        Instant now(Clock clock) {
            return clock.instant();
        }
    }

    static final class ReadsTheDate {
        String today() {
            return LocalDate.now().toString();
        }
    }

    static final class StartsAThread {
        void start(Runnable work) {
            new Thread(work).start();
        }
    }

    static final class StartsAFuture {
        CompletableFuture<String> future = CompletableFuture.supplyAsync(() -> "late");
    }

    static final class SharesAConcurrentMap {
        Map<String, String> shared = new ConcurrentHashMap<>();
    }

    static final class DrawsAnId {
        String id = UUID.randomUUID().toString();
    }

    static final class ReadsTheEnvironment {
        String home() {
            return System.getenv("HOME");
        }
    }

    static final class ReadsAFile {
        String text(Path file) throws IOException {
            return Files.readString(file);
        }
    }

    static final class FormatsForTheMachinesLanguage {
        String share(double value) {
            return String.format("%.2f", value);
        }
    }

    static final class HashesAnAddress {
        int hash(Object value) {
            return value.hashCode();
        }
    }

    /** What replayed code may do. */
    static final class Harmless {
        private static final Map<String, Integer> EMPTY = Map.of();
        private final List<String> names = new ArrayList<>(List.of("b", "a"));

        Stream<String> sorted() {
            return names.stream().sorted().map(name -> name + EMPTY.size());
        }
    }
}
