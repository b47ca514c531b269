package dev.reflux.activities.dataset;

import dev.reflux.activities.dataset.merge.MergeTeachers;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Usage;
import dev.reflux.config.CampaignPlan;
import dev.reflux.workflows.Tally;
import java.util.Map;
import java.util.TreeMap;

/** The desks that one round's merge asks at, each opened when a step first asks there. For one thread. */
public final class MergeDesks implements MergeTeachers {

    private static final Usage UNUSED = new Usage(0, 0, 0, 0, 0, 0);

    private final CampaignPlan plan;
    private final Payer payer;
    private final Double budgetUsd;
    private final Lending lending;
    private final Map<String, TeacherDesk> desks = new TreeMap<>();

    /** What a worker lends to merges. */
    public interface Lending {

        /**
         * A desk at one of the plan's teachers.
         *
         * @param teacher its name below {@code teachers}; null for the main one
         * @param payer in whose name it pays
         * @param budgetUsd what the campaign may cost in all, or null where there is no limit
         */
        TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd);

        /** Is told how many questions of those known so far are settled; throws if the work is no longer wanted. */
        default void progress(int done, int total) {}
    }

    /** @param budgetUsd what the campaign may cost in all, or null where there is no limit */
    public MergeDesks(CampaignPlan plan, int round, Double budgetUsd, Lending lending) {
        this.plan = plan;
        this.payer = new Payer(plan.campaign(), round, RoundMerge.NAME);
        this.budgetUsd = budgetUsd;
        this.lending = lending;
    }

    @Override
    public TeacherDesk teacher(String name) {
        return desks.computeIfAbsent(name == null ? "" : name, key -> lending.desk(plan, name, payer, budgetUsd));
    }

    @Override
    public boolean isRehearsal() {
        return plan.isRehearsal();
    }

    @Override
    public void progress(int done, int total) {
        lending.progress(done, total);
    }

    /** A merge's tally: what became of its samples, and what was asked at all desks. Without working time. */
    public Tally tally(long input, long accepted, Map<String, Long> rejected) {
        Usage usage = desks.values().stream().map(TeacherDesk::usage).reduce(UNUSED, Usage::plus);
        return new Tally(
                input,
                accepted,
                rejected,
                usage.calls(),
                usage.ledgerHits(),
                usage.inputTokens(),
                usage.cachedTokens(),
                usage.outputTokens(),
                usage.costUsd(),
                0);
    }
}
