package dev.reflux.activities.stage;

import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.PlanJson;
import dev.reflux.config.StageSettings;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.StageReport;
import dev.reflux.workflows.round.StageRequest;
import java.util.List;

/**
 * Runs one stage on one shard, or its preparation. What was already finished from the same input, settings and teacher is not
 * made again: its recorded tally is returned. Safe for many threads.
 */
public final class StageRun {

    private final StageTools tools;
    private final List<Stage<?>> stages;
    private final OpenCampaigns campaigns = new OpenCampaigns();

    public StageRun(StageTools tools) {
        this(tools, Stages.all());
    }

    StageRun(StageTools tools, List<Stage<?>> stages) {
        this.tools = tools;
        this.stages = stages;
    }

    /**
     * What became of the shard; only counts, the samples are left in the workspace.
     *
     * @param name the stage the caller means, checked against the plan
     */
    public StageReport run(String name, StageRequest request, Watcher watcher) {
        OpenedCampaign campaign = campaigns.campaign(tools.folder(request.campaign()), request.planFingerprint());
        ShardContext context = new ShardContext(request, campaign, tools, watcher);
        if (!context.stage().name().equals(name)) {
            throw new InvalidCampaignException("Stage " + request.stage() + " of campaign " + request.campaign()
                    + " must be " + context.stage().name() + " as in its plan, got a request for " + name);
        }
        Tally tally = run(stage(name), context, request.shard());
        return new StageReport(request.stage(), request.shard(), tally);
    }

    private Stage<?> stage(String name) {
        return stages.stream()
                .filter(stage -> stage.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Stage must be one of "
                        + stages.stream().map(Stage::name).toList() + " on this worker, got " + name
                        + "; run a worker of the release that knows it"));
    }

    private <S extends StageSettings> Tally run(Stage<S> stage, ShardContext context, int shard) {
        S settings = PlanJson.mapper().convertValue(context.stage().settings(), stage.settings());
        StageWork<S> work = new StageWork<>(stage, settings, context);
        return shard == 0 ? work.prepare() : work.process(shard);
    }
}
