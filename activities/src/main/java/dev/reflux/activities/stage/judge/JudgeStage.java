package dev.reflux.activities.stage.judge;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.config.CampaignPlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Judges give each answer a verdict in each aspect, and samples none of whose answers passes are rejected.
 *
 * <p>After UltraFeedback (arXiv 2310.01377), DEITA (arXiv 2312.15685) and the judges of MT-Bench (arXiv 2306.05685). Unlike
 * UltraFeedback's code it asks about one aspect and answer at a time, so that no score can shift to a neighbour. Asked twice
 * about a shard it asks the same questions, which the ledger answers.
 */
public final class JudgeStage implements Stage<JudgeSettings> {

    static final String NAME = "judge";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<JudgeSettings> settings() {
        return JudgeSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, JudgeSettings settings) {
        return settings.mode() == JudgeMode.DIFFICULTY ? TaskPrompt.fingerprint() : JudgePrompt.fingerprint();
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, JudgeSettings settings) {
        List<Query> queries = Docket.of(samples, settings);
        List<Scorecard> cards = new Bench(context, settings)
                .hear(queries).stream()
                        .map(hearing -> Scorecard.of(settings.mode(), queries, hearing))
                        .toList();
        VerdictSheet sheet = new VerdictSheet(settings, cards);
        List<Sample> judged = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            judged.add(sheet.judged(samples.get(at), at));
        }
        return judged;
    }
}
