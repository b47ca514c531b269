package dev.reflux.activities.dataset.merge.balance;

import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.MergeStep;

/** Keeps the best of each group, as many as it may have. */
public final class BalanceStep implements MergeStep<BalanceSettings> {

    @Override
    public String name() {
        return "balance";
    }

    @Override
    public Class<BalanceSettings> settings() {
        return BalanceSettings.class;
    }

    @Override
    public MergePass begin(BalanceSettings settings, MergeGround ground) {
        return new BalancePass(settings);
    }
}
