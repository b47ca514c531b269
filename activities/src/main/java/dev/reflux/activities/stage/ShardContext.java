package dev.reflux.activities.stage;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.dataset.RoundPool;
import dev.reflux.activities.dataset.TextLists;
import dev.reflux.activities.ledger.LedgerEntry.Payer;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.ShardSet;
import dev.reflux.activities.shard.StageOutput;
import dev.reflux.activities.student.Student;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.activities.teacher.TeacherDesk.Usage;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.StagePlan;
import dev.reflux.config.TextList;
import dev.reflux.workflows.round.StageRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The context of one request. What costs something is opened when a stage first asks for it. For one thread. */
final class ShardContext implements StageContext {

    private static final Usage UNUSED = new Usage(0, 0, 0, 0, 0, 0);

    private final StageRequest request;
    private final OpenedCampaign campaign;
    private final StageTools tools;
    private final Watcher watcher;
    private final CampaignFolder folder;

    private final Map<String, TeacherDesk> desks = new TreeMap<>();
    private Student student;

    ShardContext(StageRequest request, OpenedCampaign campaign, StageTools tools, Watcher watcher) {
        this.request = request;
        this.campaign = campaign;
        this.tools = tools;
        this.watcher = watcher;
        this.folder = tools.folder(request.campaign());
    }

    @Override
    public CampaignPlan plan() {
        return campaign.plan();
    }

    @Override
    public int round() {
        return request.round();
    }

    @Override
    public CampaignFolder folder() {
        return folder;
    }

    @Override
    public List<String> labels() {
        return campaign.labels();
    }

    @Override
    public TeacherDesk teacher(String name) {
        Payer payer = new Payer(request.campaign(), request.round(), name(request.stage()));
        return desks.computeIfAbsent(
                name == null ? "" : name, key -> tools.desk(plan(), name, payer, request.budgetUsd()));
    }

    /** What was asked of the teachers in this context. */
    Usage usage() {
        return desks.values().stream().map(TeacherDesk::usage).reduce(UNUSED, Usage::plus);
    }

    @Override
    public Optional<Student> student() {
        if (student == null && studentModel().isPresent()) {
            student = tools.student(studentModel().get());
        }
        return Optional.ofNullable(student);
    }

    /** The file of the student of the round before. */
    Optional<Path> studentModel() {
        return request.round() == 1 || !plan().student().isWanted()
                ? Optional.empty()
                : Optional.of(folder.studentModel(request.round() - 1));
    }

    @Override
    public List<JudgedOpinion> outOfFold() {
        return tools.outOfFold(plan());
    }

    @Override
    public Optional<Calibration> calibration() {
        return calibrationFile().map(file -> new JsonDocument(file).read(Calibration.class));
    }

    /** The file of the calibration in force. */
    Optional<Path> calibrationFile() {
        return nearestCalibration(request.stage());
    }

    /** The file of the calibration that was in force before this stage. */
    Optional<Path> calibrationFileBefore() {
        return nearestCalibration(request.stage() - 1);
    }

    private Optional<Path> nearestCalibration(int last) {
        for (int stage = last; stage >= 1; stage--) {
            Path file = folder.calibration(request.round(), stage, name(stage));
            if (Files.exists(file)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }

    /** Where this stage leaves its calibration, if it does. */
    Path ownCalibration() {
        return folder.calibration(request.round(), request.stage(), name(request.stage()));
    }

    @Override
    public void leave(Calibration calibration) {
        if (request.shard() != 0) {
            throw new IllegalStateException(
                    "A calibration must be left while preparing, got one in shard " + request.shard());
        }
        new JsonDocument(ownCalibration()).write(calibration);
    }

    @Override
    public List<String> texts(TextList list) {
        return TextLists.read(stage().name(), list, Path.of(campaign.folder()), tools.environment());
    }

    @Override
    public ShardSet previous() {
        int before = request.stage() - 1;
        return before == 0 ? RoundPool.of(plan(), folder, request.round()) : letThrough(before);
    }

    private ShardSet letThrough(int stage) {
        ShardSet accepted = folder.accepted(request.round(), stage, name(stage));
        return plan().isRehearsal()
                ? new RehearsedShards(accepted, folder.rejected(request.round(), stage, name(stage)))
                : accepted;
    }

    @Override
    public Path preparation() {
        return folder.preparation(request.round(), request.stage(), name(request.stage()));
    }

    @Override
    public void progress(int done, int total) {
        watcher.progress(done, total);
    }

    /** Where this stage leaves what it makes of shards. */
    StageOutput output() {
        return new StageOutput(folder, request.round(), request.stage(), name(request.stage()));
    }

    StagePlan stage() {
        return plan().stages().get(request.stage() - 1);
    }

    private String name(int stage) {
        return plan().stages().get(stage - 1).name();
    }
}
