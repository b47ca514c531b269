package dev.reflux.activities.dataset.merge.resolve;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings.Keep;

/** Settles what samples with the same prompt disagree on. */
public final class ResolveStep implements MergeStep<ResolveSettings> {

    @Override
    public String name() {
        return "resolve";
    }

    @Override
    public Class<ResolveSettings> settings() {
        return ResolveSettings.class;
    }

    @Override
    public MergePass begin(ResolveSettings settings, MergeGround ground) {
        return new ResolvePass(settings, settings.keep() == Keep.PAIR ? new AnswerFile(ground.scratch()) : null);
    }
}
