package dev.reflux.activities.stage.converse;

import dev.reflux.activities.prompt.TaskPrompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.config.CampaignPlan;
import java.util.List;

/**
 * A model that plays the user and one that answers talk about each sample, or go on with the conversation that it is.
 *
 * <p>After UltraChat (arXiv 2305.14233), whose user model is known to slip into thanking and answering: a message that
 * does is asked for again, and else ends the conversation before it. Asked twice about a shard it asks the same
 * questions, which the ledger answers; another round draws other conversations.
 */
public final class ConverseStage implements Stage<ConverseSettings> {

    static final String NAME = "converse";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<ConverseSettings> settings() {
        return ConverseSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, ConverseSettings settings) {
        return UserPrompt.fingerprint() + " " + TaskPrompt.fingerprint();
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, ConverseSettings settings) {
        List<Conversation> conversations = samples.stream()
                .map(sample -> new Conversation(sample, settings))
                .toList();
        new Talk(conversations, context, settings).finish();
        Provenance by = new Provenance(
                null,
                context.teacher(settings.assistant()).identity(),
                UserPrompt.fingerprint(),
                context.round(),
                NAME);
        return conversations.stream()
                .map(conversation -> conversation.result(by))
                .toList();
    }
}
