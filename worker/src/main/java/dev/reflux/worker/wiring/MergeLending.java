package dev.reflux.worker.wiring;

import dev.reflux.activities.dataset.MergeDesks;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.stage.StageTools;
import dev.reflux.activities.stage.Watcher;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;

/** Lends to merges the same desks as to stages. */
record MergeLending(StageTools tools, Watcher watcher) implements MergeDesks.Lending {

    @Override
    public TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd) {
        return tools.desk(plan, teacher, payer, budgetUsd);
    }

    @Override
    public void progress(int done, int total) {
        watcher.progress(done, total);
    }
}
