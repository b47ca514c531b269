package dev.reflux.activities.teacher.desk;

import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.limit.Patience;
import dev.reflux.config.Price;
import dev.reflux.config.TeacherPlan;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Opens desks; one per process. What several desks must share is here: a teacher's limits and threads, a campaign's
 * spending, and the calls that are being made.
 */
public final class TeacherDesks implements AutoCloseable {

    private static final Price NOTHING = new Price(0, null, 0);

    private final Ledger ledger;
    private final Patience patience;
    private final InFlight inFlight = new InFlight();
    private final ConcurrentMap<String, TeacherLine> lines = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, CampaignSpend> spends = new ConcurrentHashMap<>();

    /** @param ledger used, not closed */
    public TeacherDesks(Ledger ledger) {
        this(ledger, Patience.DEFAULT);
    }

    public TeacherDesks(Ledger ledger, Patience patience) {
        this.ledger = ledger;
        this.patience = patience;
    }

    /**
     * Opens the desk of one campaign, round and stage; cheap. Limits that differ from those the teacher has here replace
     * them. A teacher in this process has no limits but its number of threads, and costs nothing.
     *
     * @param budgetUsd what the campaign may cost in all, or null
     */
    public TeacherDesk open(TeacherPlan plan, Teacher teacher, Payer payer, Double budgetUsd) {
        TeacherLine line = lines.computeIfAbsent(
                teacher.identity(),
                identity -> new TeacherLine(identity, plan.limits(), !plan.isInProcess(), patience));
        line.change(plan.limits());
        CampaignSpend spend = spends.computeIfAbsent(payer.campaign(), campaign -> new CampaignSpend(ledger, campaign));
        Price price = plan.isInProcess() ? NOTHING : plan.price();
        Till.Account account = new Till.Account(payer, price, budgetUsd, spend);
        return new LedgeredDesk(new Till(teacher, line, ledger, account, new DeskTally()), inFlight);
    }

    /** Gives up the calls in flight; their askers are told that they are cancelled. */
    @Override
    public void close() {
        lines.values().forEach(TeacherLine::close);
    }
}
