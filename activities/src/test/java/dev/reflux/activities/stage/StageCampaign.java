package dev.reflux.activities.stage;

import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.teacher.Teacher;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.chat.ChatTeachers;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.activities.teacher.rehearsal.RehearsalTeacher;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.Inputs;
import dev.reflux.config.Limits;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.Rounds;
import dev.reflux.config.Shards;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StageSettings;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.StageReport;
import dev.reflux.workflows.round.StageRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A campaign of one stage in a temporary workspace, under a scripted teacher. */
public final class StageCampaign implements StageTools {

    public static final String NAME = "support";
    private static final String FROM_FILE = "plan-of-a-file";

    private final CampaignFolder folder;
    private final Provider provider;
    private final List<TeacherCall> asked = new ArrayList<>();
    private Function<TeacherCall, Answer> script = call -> Replies.text("");
    private final Map<String, Function<TeacherCall, Answer>> scripts = new TreeMap<>();
    private List<JudgedOpinion> outOfFold = List.of();
    private List<Stage<?>> stages = Stages.all();
    private int round = 1;
    private TeacherDesks desks;

    public StageCampaign(Path workspace, Provider provider) {
        this.folder = new LocalWorkspace(workspace).folder(NAME);
        this.provider = provider;
    }

    public StageCampaign answering(Function<TeacherCall, Answer> answers) {
        script = answers;
        return this;
    }

    /** Lets one of its further teachers answer otherwise than the main one. */
    public StageCampaign answering(String teacher, Function<TeacherCall, Answer> answers) {
        scripts.put(teacher, answers);
        return this;
    }

    public StageCampaign trainedOn(List<JudgedOpinion> points) {
        outOfFold = points;
        return this;
    }

    /** From now on asks the teachers of its plan, over the network or rehearsed, through these desks. */
    public StageCampaign through(TeacherDesks open) {
        desks = open;
        return this;
    }

    /** From now on runs and reads this round. */
    public StageCampaign inRound(int newRound) {
        round = newRound;
        return this;
    }

    StageCampaign with(Stage<?> stage) {
        stages = List.of(stage);
        return this;
    }

    /** Opens it with seeds and a pool of one shard. */
    public StageCampaign open(String stage, StageSettings settings, List<Sample> seeds, List<Sample> pool) {
        folder.seeds().write(1, seeds);
        folder.pool().write(1, pool);
        return plan(stage, settings);
    }

    public StageCampaign plan(String stage, StageSettings settings) {
        TreeSet<String> labels = new TreeSet<>();
        folder.seeds().forEach(seed -> {
            if (seed.label() != null) {
                labels.add(seed.label());
            }
        });
        OpenReport report = new OpenReport(1, 1, 0, 0, 0, 1, labels.size());
        new JsonDocument(folder.plan())
                .write(new OpenedCampaign(
                        planOf(stage, settings), "/campaigns", fingerprint(settings), List.copyOf(labels), report));
        return this;
    }

    /** Opens a campaign as its file states it, its first stage to be run by {@link #run(int)}. */
    public StageCampaign open(CampaignPlan plan, List<Sample> seeds, List<Sample> pool) {
        folder.seeds().write(1, seeds);
        folder.pool().write(1, pool);
        OpenReport report = new OpenReport(1, 1, 0, 0, 0, 1, 0);
        new JsonDocument(folder.plan()).write(new OpenedCampaign(plan, "/campaigns", FROM_FILE, List.of(), report));
        return this;
    }

    /** Asks for a shard of the first stage of a campaign from a file, or with 0 for the preparation. */
    public StageReport run(int shard) {
        String stage = OpenedCampaign.read(folder).plan().stages().get(0).name();
        return new StageRun(this, stages)
                .run(stage, new StageRequest(NAME, FROM_FILE, round, 1, shard, null), (done, total) -> {});
    }

    /** Asks for a shard, or with 0 for the preparation, as a worker that has just started. */
    public StageReport run(String stage, StageSettings settings, int shard) {
        return new StageRun(this, stages).run(stage, request(settings, shard), (done, total) -> {});
    }

    StageRequest request(StageSettings settings, int shard) {
        return new StageRequest(NAME, fingerprint(settings), round, 1, shard, null);
    }

    public List<Sample> accepted(String stage) {
        return folder.accepted(round, 1, stage).read(1);
    }

    public List<Sample> rejected(String stage) {
        return folder.rejected(round, 1, stage).read(1);
    }

    public List<TeacherCall> asked() {
        return asked;
    }

    public static Sample sample(String id, String text, String label) {
        Provenance from = new Provenance("input.jsonl:1", null, null, 0, null);
        return new Sample(id, text, label, null, List.of(), Decision.ACCEPTED, null, from);
    }

    public CampaignFolder folder() {
        return folder;
    }

    @Override
    public CampaignFolder folder(String campaign) {
        return folder;
    }

    @Override
    public TeacherDesk desk(CampaignPlan plan, String teacher, Payer payer, Double budgetUsd) {
        if (desks != null) {
            TeacherPlan asked = plan.teacher(teacher);
            return desks.open(asked, opened(asked), payer, budgetUsd);
        }
        return new ScriptedDesk(teacher == null ? script : scripts.getOrDefault(teacher, script), asked);
    }

    private static Teacher opened(TeacherPlan plan) {
        return plan.provider() == Provider.REHEARSAL
                ? new RehearsalTeacher(plan)
                : ChatTeachers.open(plan, Environment.of(Map.of()));
    }

    @Override
    public List<JudgedOpinion> outOfFold(CampaignPlan plan) {
        return outOfFold;
    }

    @Override
    public Student student(Path model) {
        throw new UnsupportedOperationException("A campaign of one round has no student");
    }

    private static String fingerprint(StageSettings settings) {
        return "plan-of-" + settings;
    }

    /** Has no pool and no student where the stage makes the samples. */
    public CampaignPlan planOf(String stage, StageSettings settings) {
        boolean creates = settings.creates() > 0;
        DataFile file = new DataFile("any.jsonl", "text", "label", TaskFields.STANDARD, null, 1);
        return new CampaignPlan(
                NAME,
                new Inputs(file, creates ? null : file, file, null),
                teacher(provider),
                settings.teachers().stream()
                        .collect(Collectors.toMap(
                                name -> name, name -> teacher(provider), (one, two) -> one, TreeMap::new)),
                null,
                new Rounds(1, null, null, false),
                new Shards(250, 16, Duration.ofSeconds(60)),
                List.of(new StagePlan(
                        stage,
                        WorkerRole.TEACHER,
                        Preparation.AT_ROUND_START,
                        settings.creates(),
                        settings.teachers(),
                        settings.lists(),
                        PlanJson.mapper().valueToTree(settings))),
                new StudentPlan(creates ? StudentPlan.Kind.NONE : StudentPlan.Kind.NGRAM, true, 1),
                List.of());
    }

    public static TeacherPlan teacher(Provider provider) {
        return new TeacherPlan(
                provider,
                provider == Provider.EMBEDDED ? null : "small-model",
                null,
                null,
                0,
                256,
                null,
                new Limits(16, null, null, Duration.ofSeconds(60)),
                new Price(0, null, 0));
    }
}
