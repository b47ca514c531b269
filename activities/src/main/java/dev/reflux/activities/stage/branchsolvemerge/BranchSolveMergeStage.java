package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.config.CampaignPlan;
import java.util.List;

/**
 * Branch-Solve-Merge (Saha et al. 2023, arXiv 2310.15123): an instruction is split, its parts are answered and the
 * answers merged; or the judging of answers is, by criteria that a plan names for their instruction.
 *
 * <p>As in the paper the plan sees no answer, pairs are judged in both orders, and a winner is one in both. Criteria
 * are planned once for both orders, which would else be held to different ones, and a score that cannot be read makes
 * the verdict undecided. Asked twice about a shard it asks the same questions, which the ledger answers.
 */
public final class BranchSolveMergeStage implements Stage<BranchSolveMergeSettings> {

    static final String NAME = "branch-solve-merge";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<BranchSolveMergeSettings> settings() {
        return BranchSolveMergeSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, BranchSolveMergeSettings settings) {
        return settings.makes() == Makes.ANSWER ? AnswerPrompts.fingerprint() : JudgePrompts.fingerprint();
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, BranchSolveMergeSettings settings) {
        Exchange exchange = new Exchange(context, settings);
        return settings.makes() == Makes.ANSWER
                ? new AnswerMaking(exchange, settings).make(samples)
                : new Judging(exchange, settings).judge(samples);
    }
}
