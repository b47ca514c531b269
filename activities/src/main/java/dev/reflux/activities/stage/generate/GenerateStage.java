package dev.reflux.activities.stage.generate;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import java.util.List;

/**
 * Has a teacher make instructions: modelled on seeds, from the passages of documents, for draws from a grid, or as
 * the user it plays. Each is a child of the empty sample or of the document that it was made from; what cannot be used is rejected with its reason, under
 * its text where it has one.
 *
 * <p>Asked twice about a shard it asks the same, and the ledger answers. Shards are made side by side, so that an instruction
 * is compared with seeds, rounds before and its own shard, not with other shards.
 */
public final class GenerateStage implements Stage<GenerateSettings> {

    static final String NAME = "generate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<GenerateSettings> settings() {
        return GenerateSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, GenerateSettings settings) {
        return switch (settings.by().way()) {
            case SELF_INSTRUCT -> InstructionPrompt.fingerprint();
            case DOCUMENTS -> PassagePrompt.fingerprint();
            case GRID -> GridPrompt.fingerprint();
            case MAGPIE -> settings.by().template().fingerprint();
        };
    }

    /** @throws InvalidCampaignException if tasks are to be modelled on seeds and there are none */
    @Override
    public void prepare(StageContext context, GenerateSettings settings) {
        TaskPool pool = TaskPool.of(context);
        if (settings.by().way() == Way.SELF_INSTRUCT && pool.seeds().isEmpty()) {
            throw new InvalidCampaignException("Stage " + NAME + " of campaign "
                    + context.plan().campaign() + " must have seeds to model new instructions on, got none;"
                    + " name a file of instructions under inputs.seeds");
        }
        new JsonDocument(context.preparation())
                .write(new GeneratePreparation(
                        pool.seeds().size(), pool.earlier().size(), pool.fingerprint()));
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, GenerateSettings settings) {
        List<Sample> made =
                switch (settings.by().way()) {
                    case SELF_INSTRUCT -> new SelfInstruct(context, settings).fill(samples);
                    case DOCUMENTS -> new DocumentQuestions(context, settings).about(samples);
                    case GRID -> new GridInstructions(context, settings).fill(samples);
                    case MAGPIE -> new Magpie(context, settings).fill(samples);
                };
        String teacher = context.teacher(settings.teacher()).identity();
        String prompt = madeWith(context.plan(), settings);
        return made.stream()
                .map(sample -> sample.from(sample.provenance().by(teacher, prompt, context.round(), NAME)))
                .toList();
    }
}
