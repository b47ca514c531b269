package dev.reflux.activities.dataset.merge.deduplicate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.dataset.merge.EqualKeys;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.shard.Conveyor;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.TextKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Gathers keys and traits, connects what is equal and what is alike, and lets the best of each component stay. */
final class DeduplicatePass implements MergePass {

    /** Texts that one processor signs at once. */
    private static final int BATCH = 256;

    /** Characters after which fewer texts are enough, so that long ones do not fill the memory. */
    private static final long BATCH_LENGTH = 250_000;

    private static final String EQUAL = "duplicate";

    private static final Hasher64 HASH = Hashing.xxh3_64();

    private final Over over;
    private final List<AlikeTexts> ways;
    private final Contenders contenders = new Contenders();
    private final Conveyor<List<Noted>> signing = Conveyor.ofSmall(this::add);
    private List<Pending> batch = new ArrayList<>();
    private long batchLength;
    private long[] keys = new long[1024];
    private boolean[] isEmpty = new boolean[1024];
    private int signed;
    private int earlier;

    /** A text to be signed, or what was kept of one that was signed before. */
    private record Pending(String text, KeptText kept) {}

    private record Noted(boolean isEmpty, long key, List<AlikeTexts.Signed> ways) {}

    /** @param ways in which texts are duplicates that are not equal, the closest first */
    DeduplicatePass(Over over, List<AlikeTexts> ways) {
        this.over = over;
        this.ways = List.copyOf(ways);
    }

    @Override
    public void see(Sample sample) {
        contenders.add(sample);
        String text = ComparedText.of(sample, over);
        pend(new Pending(text, null), text.length());
    }

    @Override
    public boolean recall(Path file, String dataset, IntPredicate isPresent) {
        return new KeptTexts(file, description()).read(dataset, (place, kept) -> {
            if (isPresent.test(place)) {
                contenders.add(kept.id(), kept.score(), kept.confidence());
                pend(new Pending(null, kept), kept.longs());
            }
        });
    }

    @Override
    public void endEarlier() {
        earlier = contenders.count();
    }

    @Override
    public void keep(Path file, Supplier<String> dataset, IntPredicate stays) {
        int[] places = IntStream.range(0, signed).filter(stays).toArray();
        new KeptTexts(file, description()).write(dataset, places.length, number -> kept(places[number]));
    }

    @Override
    public Ruling rule() {
        sign();
        signing.finish();
        Components components = new Components(signed);
        joinEqual(components);
        List<int[]> standing = new ArrayList<>();
        for (AlikeTexts way : ways) {
            way.join(components);
            standing.add(components.standing());
        }
        return new Deduplicated(survivors(components), standing);
    }

    @Override
    public void close() {
        signing.close();
        ways.forEach(AlikeTexts::close);
    }

    private int[] survivors(Components components) {
        int[] best = new int[signed];
        Arrays.fill(best, -1);
        for (int place = 0; place < signed; place++) {
            int component = components.of(place);
            if (best[component] < 0 || contenders.isBetter(place, best[component])) {
                best[component] = place;
            }
        }
        int[] survivors = new int[signed];
        Arrays.setAll(survivors, place -> best[components.of(place)]);
        return survivors;
    }

    private final class Deduplicated implements Ruling {

        private final int[] survivors;
        private final List<int[]> standing;

        /** @param standing for each place what stood for its component after each way */
        private Deduplicated(int[] survivors, List<int[]> standing) {
            this.survivors = survivors;
            this.standing = standing;
        }

        @Override
        public Rejection at(int place) {
            int survivor = survivors[place];
            return survivor == place
                    ? null
                    : new Rejection(reason(place, survivor), DeduplicateStep.KEPT + contenders.id(survivor));
        }

        @Override
        public Optional<Object> findings() {
            List<String> reasons = new ArrayList<>(List.of(EQUAL));
            ways.forEach(way -> reasons.add(way.likeness().reason()));
            DuplicateTally tally =
                    new DuplicateTally(contenders, survivors, reasons, place -> reason(place, survivors[place]));
            return Optional.of(tally.summed(earlier));
        }

        private String reason(int place, int survivor) {
            String reason = EQUAL;
            for (int way = 0; keys[place] != keys[survivor] && way < ways.size(); way++) {
                reason = ways.get(way).likeness().reason();
                if (standing.get(way)[place] == standing.get(way)[survivor]) {
                    break;
                }
            }
            return reason;
        }
    }

    private void pend(Pending pending, int length) {
        batch.add(pending);
        batchLength += length;
        if (batch.size() == BATCH || batchLength > BATCH_LENGTH) {
            sign();
        }
    }

    private void sign() {
        List<Pending> texts = batch;
        signing.put(() -> texts.stream().map(this::note).toList());
        batch = new ArrayList<>();
        batchLength = 0;
    }

    private void add(List<Noted> notes) {
        if (signed + notes.size() > keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            isEmpty = Arrays.copyOf(isEmpty, keys.length);
        }
        for (Noted note : notes) {
            keys[signed] = note.key();
            isEmpty[signed] = note.isEmpty();
            for (int way = 0; way < ways.size(); way++) {
                ways.get(way).add(note.ways().get(way));
            }
            signed++;
        }
    }

    private Noted note(Pending pending) {
        List<AlikeTexts.Signed> signs = new ArrayList<>(ways.size());
        if (pending.kept() != null) {
            for (int way = 0; way < ways.size(); way++) {
                signs.add(ways.get(way).sign(pending.kept().traits().get(way)));
            }
            return new Noted(pending.kept().isEmpty(), pending.kept().key(), signs);
        }
        String normalised = TextKey.normalised(pending.text());
        ways.forEach(way -> signs.add(way.sign(way.likeness().traits(normalised))));
        return new Noted(pending.text().isEmpty(), HASH.hashCharsToLong(normalised), signs);
    }

    private KeptText kept(int place) {
        List<long[]> traits = ways.stream().map(way -> way.traits(place)).toList();
        return new KeptText(
                contenders.id(place),
                contenders.score(place),
                contenders.confidence(place),
                isEmpty[place],
                keys[place],
                traits);
    }

    private String description() {
        return ways.stream()
                .map(way -> "; " + way.likeness().description())
                .collect(Collectors.joining("", "over " + over + "; XXH3 of the text", ""));
    }

    private void joinEqual(Components components) {
        new EqualKeys(Arrays.copyOf(keys, signed)).forEachRun(run -> {
            for (int one = 1; one < run.length; one++) {
                for (int other = one - 1; other >= 0; other--) {
                    if (keys[run[one]] == keys[run[other]] && !isEmpty[run[one]]) {
                        components.join(run[one], run[other]);
                        break;
                    }
                }
            }
        });
    }
}
