package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Fills empty samples with instructions that the teacher models on seeds: Self-Instruct (arXiv 2212.10560). A filled one is a
 * child of the empty one; what cannot be used is rejected with its reason, under its text where it has one.
 *
 * <p>Asked twice about a shard it shows the same tasks, and the ledger answers. Unlike the paper's code it makes its shards
 * side by side, so that an instruction is compared with seeds, rounds before and its own shard, not with other shards.
 */
public final class GenerateStage implements Stage<GenerateSettings> {

    static final String NAME = "generate";
    static final String OPERATION = "generate/self-instruct";
    static final String NOT_NOVEL = "not-novel";

    /** Sample indexes are below it; whoever asks again adds to them. */
    private static final int SAMPLE_INDEXES = 1_000_000_000;

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
        return InstructionPrompt.fingerprint();
    }

    /** @throws InvalidCampaignException if there are no seeds to model tasks on */
    @Override
    public void prepare(StageContext context, GenerateSettings settings) {
        TaskPool pool = TaskPool.of(context);
        if (pool.seeds().isEmpty()) {
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
        TaskPool pool = TaskPool.of(context);
        List<List<Sample>> groups = groups(samples, settings.perCall());
        List<TeacherCall> calls = groups.stream()
                .map(group -> call(group, pool, context, settings))
                .toList();
        List<Reading<List<String>>> readings = ask(calls, groups, context, settings);
        Novelty novelty = new Novelty(settings.mostSimilar(), pool.all());
        String teacher = context.teacher(settings.teacher()).identity();
        List<Sample> made = new ArrayList<>();
        for (int at = 0; at < groups.size(); at++) {
            for (Sample sample : filled(groups.get(at), readings.get(at), novelty)) {
                made.add(sample.from(
                        sample.provenance().by(teacher, InstructionPrompt.fingerprint(), context.round(), NAME)));
            }
        }
        return made;
    }

    private static List<List<Sample>> groups(List<Sample> slots, int perCall) {
        List<List<Sample>> groups = new ArrayList<>();
        for (int from = 0; from < slots.size(); from += perCall) {
            groups.add(slots.subList(from, Math.min(slots.size(), from + perCall)));
        }
        return groups;
    }

    /** A slot's id stands for campaign, shard and call. */
    private static TeacherCall call(
            List<Sample> group, TaskPool pool, StageContext context, GenerateSettings settings) {
        String place = SampleId.of(
                context.plan().campaign(),
                String.valueOf(context.round()),
                group.get(0).id());
        long randomSeed = Long.parseUnsignedLong(place, 16);
        List<String> tasks = pool.draw(settings.examples(), new Random(randomSeed));
        // With few seeds two calls may show the same tasks: the index keeps them two draws.
        return InstructionPrompt.call(tasks, group.size(), settings)
                .draw((int) Long.remainderUnsigned(randomSeed, SAMPLE_INDEXES));
    }

    /** The last call may ask for fewer, and is then read by its own number. */
    private static List<Reading<List<String>>> ask(
            List<TeacherCall> calls, List<List<Sample>> groups, StageContext context, GenerateSettings settings) {
        TeacherDesk desk = context.teacher(settings.teacher());
        List<Reading<List<String>>> readings = new ArrayList<>();
        int from = 0;
        while (from < calls.size()) {
            int number = groups.get(from).size();
            int to = from + 1;
            while (to < calls.size() && groups.get(to).size() == number) {
                to++;
            }
            int settled = from;
            readings.addAll(
                    new Questions(desk, settings.draws(), done -> context.progress(settled + done, calls.size()))
                            .ask(calls.subList(from, to), answer -> InstructionReader.read(answer, number)));
            from = to;
        }
        return readings;
    }

    private static List<Sample> filled(List<Sample> slots, Reading<List<String>> reading, Novelty novelty) {
        List<Sample> filled = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            Sample slot = slots.get(at);
            filled.add(
                    reading.isUsable()
                            ? judged(slot.child(reading.value().get(at), OPERATION), novelty)
                            : slot.rejected(reading.reason()));
        }
        return filled;
    }

    private static Sample judged(Sample made, Novelty novelty) {
        String unfit = InstructionFilter.whyUnfit(made.text());
        if (unfit != null) {
            return made.rejected(unfit);
        }
        return novelty.admits(made.text()) ? made : made.rejected(NOT_NOVEL);
    }
}
