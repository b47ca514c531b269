package dev.reflux.worker.wiring;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.activities.teacher.embedded.EmbeddedTeacher;
import dev.reflux.activities.teacher.rehearsal.RehearsalTeacher;
import dev.reflux.activities.teacher.replay.ReplayTeacher;
import dev.reflux.activities.teacher.reward.RewardTeacher;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.EmbeddedModel;
import dev.reflux.config.Environment;
import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The teachers of this process, each opened once: chat and reward models by their plan, embedded and replaying ones by the campaign
 * whose seeds they learned or whose recording they read.
 */
final class TeacherRegister {

    private final Environment environment;
    private final ConcurrentMap<TeacherPlan, Teacher> chat = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, EmbeddedTeacher> embedded = new ConcurrentHashMap<>();
    private final ConcurrentMap<TeacherPlan, RewardTeacher> rewards = new ConcurrentHashMap<>();
    private final ConcurrentMap<Replayed, ReplayTeacher> replays = new ConcurrentHashMap<>();

    /** A teacher of one opened campaign; its name is null for the main one. */
    private record Replayed(Path campaign, String fingerprint, String name) {}

    TeacherRegister(Environment environment) {
        this.environment = environment;
    }

    /** @param name below the plan's {@code teachers}; null for the main one */
    Teacher teacher(CampaignPlan plan, String name, CampaignFolder folder) {
        TeacherPlan wanted = plan.teacher(name);
        return switch (wanted.provider()) {
            case EMBEDDED -> embedded(wanted, folder);
            case REPLAY -> replay(name, folder);
            case REHEARSAL -> new RehearsalTeacher(wanted);
            case REWARD -> rewards.computeIfAbsent(wanted, teacher -> RewardTeacher.open(teacher, environment));
            case OPENAI, ANTHROPIC, GEMINI, MISTRAL, OLLAMA ->
                chat.computeIfAbsent(wanted, teacher -> ChatTeachers.open(teacher, environment));
        };
    }

    /** What the teacher thinks of seeds that it was not trained on; empty for one that was trained elsewhere. */
    List<JudgedOpinion> outOfFold(CampaignPlan plan, CampaignFolder folder) {
        return plan.teacher().provider() == Provider.EMBEDDED
                ? embedded(plan.teacher(), folder).outOfFold()
                : List.of();
    }

    private ReplayTeacher replay(String name, CampaignFolder folder) {
        OpenedCampaign campaign = OpenedCampaign.read(folder);
        return replays.computeIfAbsent(
                new Replayed(folder.root(), campaign.fingerprint(), name),
                teacher -> ReplayTeacher.open(campaign.plan(), name, Path.of(campaign.folder()), environment));
    }

    private EmbeddedTeacher embedded(TeacherPlan plan, CampaignFolder folder) {
        EmbeddedModel model = EmbeddedModel.of(plan);
        String campaign = folder.root() + " " + OpenedCampaign.read(folder).fingerprint();
        return embedded.computeIfAbsent(campaign + " " + model.modelName(), key -> {
            List<Sample> seeds = new ArrayList<>();
            folder.seeds().forEach(seeds::add);
            return EmbeddedTeacher.trainedOn(seeds, model);
        });
    }
}
