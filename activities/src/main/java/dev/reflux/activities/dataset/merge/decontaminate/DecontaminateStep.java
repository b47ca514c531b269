package dev.reflux.activities.dataset.merge.decontaminate;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;
import java.util.List;

/** Rejects samples that overlap with benchmarks, each by itself: what else the dataset holds changes nothing. */
public final class DecontaminateStep implements MergeStep<DecontaminateSettings> {

    /** Its key in a campaign file. */
    public static final String NAME = "decontaminate";

    /** In a rehearsal every sample's nearest items are asked about, so that what a question takes is known. */
    private static final double EVEN_FAR_ONES = -1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<DecontaminateSettings> settings() {
        return DecontaminateSettings.class;
    }

    @Override
    public boolean rewrites() {
        return false;
    }

    @Override
    public MergePass begin(DecontaminateSettings settings, MergeGround ground) {
        List<BenchmarkItem> items = ground.benchmarks();
        OverlapFinder overlaps = new OverlapFinder(items, settings.overlap(), settings.shortest());
        MatchLog log = new MatchLog(items);
        EmbeddingSettings embedding = settings.embedding();
        if (!settings.isJudged()) {
            Neighbours nearest = embedding == null ? null : new Neighbours(items, 1);
            double threshold = embedding == null ? 0 : embedding.threshold();
            return new DecontaminatePass(settings, items, new Matcher(overlaps, nearest, threshold, false), log, null);
        }
        NeighbourJudge judge = new NeighbourJudge(embedding.judge(), ground.teachers());
        Neighbours nearest = new Neighbours(items, embedding.judge().neighbours());
        double asked = ground.teachers().isRehearsal() ? EVEN_FAR_ONES : embedding.threshold();
        Matcher matcher = new Matcher(overlaps, nearest, asked, true);
        return new DecontaminatePass(settings, items, matcher, log, new Trial(judge, embedding.threshold(), log));
    }
}
