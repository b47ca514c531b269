package dev.reflux.activities.report.survey;

import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.config.CampaignPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the judges of one round found, aspect by aspect. Read from what the stages {@code judge} left, before later stages
 * choose among the answers.
 */
public final class JudgeSurvey {

    private static final String STAGE = "judge";

    private final SortedMap<String, AspectSheet> aspects = new TreeMap<>();
    private final Set<String> seen = new HashSet<>();

    private JudgeSurvey() {}

    /** Reads the round's judged samples, shard by shard; a sample judged by several stages as the last of them left it. */
    public static JudgeSurvey of(CampaignFolder folder, CampaignPlan plan, int round) {
        JudgeSurvey survey = new JudgeSurvey();
        for (int stage = plan.stages().size(); stage >= 1; stage--) {
            if (plan.stages().get(stage - 1).name().equals(STAGE)) {
                survey.read(folder.accepted(round, stage, STAGE));
                survey.read(folder.rejected(round, stage, STAGE));
            }
        }
        return survey;
    }

    /** One sheet for each aspect, by name; empty where nothing was judged. */
    public Collection<AspectSheet> aspects() {
        return Collections.unmodifiableCollection(aspects.values());
    }

    private void read(ShardSet shards) {
        shards.forEach(this::add);
    }

    private void add(Sample sample) {
        if (seen.add(sample.id())) {
            SampleVerdicts.of(sample).forEach((aspect, verdicts) -> aspects.computeIfAbsent(aspect, AspectSheet::new)
                    .add(verdicts));
        }
    }
}
