package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Matches samples, many at once on all processors, lets a judge decide where there is one, and remembers four bytes of
 * each.
 */
final class DecontaminatePass implements MergePass {

    private static final String REASON = "contaminated";
    private static final String UNDECIDED = "contamination-undecided";

    private static final int BATCH = 4096;

    /** Characters after which fewer samples are enough, so that long ones do not fill the memory. */
    private static final long BATCH_LENGTH = 4_000_000;

    /** In the place of an item; below it stand those that nobody could decide on, {@code UNDECIDED_FROM - item}. */
    private static final int CLEAN = -1;

    private static final int UNDECIDED_FROM = -2;

    private final DecontaminateSettings settings;
    private final List<BenchmarkItem> benchmarks;
    private final Matcher matcher;
    private final MatchLog log;
    private final Trial trial;
    private final List<Seen> batch = new ArrayList<>();
    private long batchLength;
    private int[] items = new int[1024];
    private int matched;

    private record Seen(String id, List<String> parts) {}

    /** @param trial null where nobody judges */
    DecontaminatePass(
            DecontaminateSettings settings,
            List<BenchmarkItem> benchmarks,
            Matcher matcher,
            MatchLog log,
            Trial trial) {
        this.settings = settings;
        this.benchmarks = benchmarks;
        this.matcher = matcher;
        this.log = log;
        this.trial = trial;
    }

    @Override
    public void see(Sample sample) {
        Seen seen = new Seen(sample.id(), ComparedParts.of(sample, settings.of()));
        batch.add(seen);
        for (String part : seen.parts()) {
            batchLength += part.length();
        }
        if (batch.size() == BATCH || batchLength > BATCH_LENGTH) {
            match();
        }
    }

    @Override
    public Ruling rule() {
        match();
        return new Ruling() {
            @Override
            public Rejection at(int place) {
                return items[place] == CLEAN ? null : rejection(items[place]);
            }

            @Override
            public Optional<Object> findings() {
                return Optional.of(log.summed(settings, matched));
            }
        };
    }

    @Override
    public void close() {}

    private Ruling.Rejection rejection(int noted) {
        BenchmarkItem item = benchmarks.get(noted < CLEAN ? UNDECIDED_FROM - noted : noted);
        return new Ruling.Rejection(
                noted < CLEAN ? UNDECIDED : REASON, DecontaminateStep.NAME + "/" + item.file() + ":" + item.line());
    }

    private void match() {
        List<Found> found =
                batch.parallelStream().map(seen -> matcher.match(seen.parts())).toList();
        List<Trial.Outcome> outcomes =
                trial == null ? null : trial.of(batch.stream().map(Seen::id).toList(), found);
        if (matched + found.size() > items.length) {
            items = Arrays.copyOf(items, Math.max(2 * items.length, matched + found.size()));
        }
        for (int i = 0; i < found.size(); i++) {
            items[matched++] = note(
                    batch.get(i).id(), found.get(i).hits(), outcomes == null ? Trial.Outcome.CLEAN : outcomes.get(i));
        }
        batch.clear();
        batchLength = 0;
    }

    private int note(String id, List<Hit> found, Trial.Outcome outcome) {
        List<Hit> hits = outcome.confirmed() == null
                ? found
                : List.of(outcome.confirmed().hit(Hit.By.JUDGED));
        if (!hits.isEmpty()) {
            log.add(id, hits);
            return best(hits).item();
        }
        return outcome.undecided() == null
                ? CLEAN
                : UNDECIDED_FROM - outcome.undecided().item();
    }

    /** The one of which most was found; of several the first. */
    private static Hit best(List<Hit> hits) {
        Hit best = hits.get(0);
        for (Hit hit : hits) {
            best = hit.share() > best.share() ? hit : best;
        }
        return best;
    }
}
