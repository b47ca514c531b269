package dev.reflux.activities.dataset.merge.rank;

import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers scores, groups and vectors, then selects. */
final class RankPass implements MergePass {

    private static final int UNLIMITED = Integer.MAX_VALUE;

    private final RankSettings settings;
    private final Score score;
    private final GroupOf groups;
    private final VectorMaker vectors;
    private final Standings standings = new Standings();
    private final String mark;

    /** @param vectors null where likeness does not matter */
    RankPass(RankSettings settings, VectorMaker vectors) {
        this.settings = settings;
        this.score = new Score(settings.by());
        this.groups = new GroupOf(settings.per());
        this.vectors = vectors;
        this.mark = RankStep.NAME + "/kept-" + SampleId.of(settings.toString());
    }

    @Override
    public void see(Sample sample) {
        standings.add(
                sample.id(),
                score.of(sample),
                groups.number(sample),
                sample.provenance().operations().contains(mark));
        if (vectors != null) {
            vectors.add(sample);
        }
    }

    @Override
    public Ruling rule() {
        int[] room = new int[groups.count()];
        Arrays.fill(room, settings.most() == null ? UNLIMITED : settings.most());
        Likeness likeness = vectors == null ? Likeness.IGNORED : vectors.likeness();
        Selection selection = Selection.of(standings, likeness, quota(), room);
        return new Ruling() {
            @Override
            public Rejection at(int place) {
                return selection.rejection(place);
            }

            @Override
            public Sample kept(int place, Sample sample) {
                boolean marked = settings.share() == null || standings.wasKept(place);
                return marked ? sample : sample.from(sample.provenance().after(mark));
            }

            @Override
            public Optional<Object> findings() {
                return Optional.of(found(selection));
            }
        };
    }

    @Override
    public void close() {
        if (vectors != null) {
            vectors.close();
        }
    }

    private int quota() {
        if (settings.share() != null) {
            return standings.portion(settings.share());
        }
        return settings.keep() == null ? UNLIMITED : settings.keep();
    }

    private Ranking found(Selection selection) {
        return new Ranking(
                settings.by(),
                standings.count(),
                standings.scored(),
                selection.kept(),
                standings.highest(),
                selection.lowest(),
                ScoreSpread.of(standings, place -> selection.rejection(place) == null),
                settings.per() == null ? Map.of() : grouped(selection));
    }

    private Map<String, Ranking.Group> grouped(Selection selection) {
        List<String> names = groups.names();
        long[] samples = new long[names.size()];
        long[] kept = new long[names.size()];
        for (int place = 0; place < standings.count(); place++) {
            int group = standings.group(place);
            samples[group]++;
            kept[group] += selection.rejection(place) == null ? 1 : 0;
        }
        Map<String, Ranking.Group> grouped = new TreeMap<>();
        for (int group = 0; group < samples.length; group++) {
            grouped.put(names.get(group), new Ranking.Group(samples[group], kept[group]));
        }
        return grouped;
    }
}
