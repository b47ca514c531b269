package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.dataset.merge.SampleScore;
import dev.reflux.activities.dataset.merge.balance.Balance.Group;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings.By;
import dev.reflux.activities.shard.Sample;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Gathers the groups, about a hundred bytes for each sample, and keeps the best of each. */
final class BalancePass implements MergePass {

    private static final String OVER_QUOTA = "over-quota";

    private final BalanceSettings settings;
    private final Grouping grouping;
    private final List<Contender> contenders = new ArrayList<>();

    private record Contender(int place, String id, double score) {

        /** The best first: the unscored come last, of equal ones the lower id first. */
        private static final Comparator<Contender> BEST_FIRST =
                Comparator.comparingDouble(Contender::score).reversed().thenComparing(Contender::id);
    }

    BalancePass(BalanceSettings settings) {
        this.settings = settings;
        this.grouping = settings.by() == By.TOPIC ? new TopicGroups(settings.topics()) : new NamedGroups(settings);
    }

    @Override
    public void see(Sample sample) {
        Double score = SampleScore.of(sample, settings.best());
        grouping.see(sample);
        contenders.add(new Contender(contenders.size(), sample.id(), score == null ? Double.NEGATIVE_INFINITY : score));
    }

    @Override
    public Ruling rule() {
        grouping.end();
        Map<String, List<Contender>> groups = new TreeMap<>();
        for (Contender contender : contenders) {
            groups.computeIfAbsent(grouping.of(contender.place()), name -> new ArrayList<>())
                    .add(contender);
        }
        Map<String, Long> sizes = new TreeMap<>();
        groups.forEach((name, group) -> sizes.put(name, (long) group.size()));
        Bounds bounds = Bounds.of(settings, sizes);
        BitSet gone = new BitSet(contenders.size());
        groups.forEach((name, group) -> {
            group.sort(Contender.BEST_FIRST);
            group.subList((int) bounds.kept(name), group.size()).forEach(contender -> gone.set(contender.place()));
        });
        return new Balanced(gone, found(sizes, bounds));
    }

    @Override
    public void close() {}

    private final class Balanced implements Ruling {

        private final BitSet gone;
        private final Balance found;

        private Balanced(BitSet gone, Balance found) {
            this.gone = gone;
            this.found = found;
        }

        @Override
        public Rejection at(int place) {
            return gone.get(place) ? new Rejection(OVER_QUOTA, "balance/" + grouping.of(place)) : null;
        }

        @Override
        public Sample kept(int place, Sample sample) {
            return grouping.kept(place, sample);
        }

        @Override
        public Optional<Object> findings() {
            return Optional.of(found);
        }
    }

    private Balance found(Map<String, Long> sizes, Bounds bounds) {
        Map<String, Group> found = new TreeMap<>();
        sizes.forEach((name, size) ->
                found.put(name, new Group(size, bounds.kept(name), null, 0, bounds.most(name), example(name))));
        for (Quota quota : settings.quotas()) {
            long size = sizes.getOrDefault(quota.name(), 0L);
            long lacking = Math.max(0, quota.samples() - size);
            long kept = size == 0 ? 0 : bounds.kept(quota.name());
            Long most = size == 0 ? Long.valueOf(quota.samples()) : bounds.most(quota.name());
            found.put(
                    quota.name(), new Group(size, kept, (long) quota.samples(), lacking, most, example(quota.name())));
        }
        return new Balance(found);
    }

    private String example(String group) {
        OptionalInt place = grouping.example(group);
        return place.isPresent() ? contenders.get(place.getAsInt()).id() : null;
    }
}
