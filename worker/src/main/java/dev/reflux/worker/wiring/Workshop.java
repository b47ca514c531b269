package dev.reflux.worker.wiring;

import dev.reflux.activities.campaign.CampaignActivitiesImpl;
import dev.reflux.activities.campaign.Pulse;
import dev.reflux.activities.campaign.RoundActivitiesImpl;
import dev.reflux.activities.dataset.CampaignOpening;
import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.dataset.RoundMerge;
import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.SqliteLedger;
import dev.reflux.activities.report.CampaignClosing;
import dev.reflux.activities.sandbox.Sandbox;
import dev.reflux.activities.sandbox.SandboxUnavailableException;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.stage.StageActivity;
import dev.reflux.activities.stage.StageRun;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.student.StudentTraining;
import dev.reflux.activities.teacher.desk.TeacherDesks;
import dev.reflux.config.Environment;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.campaign.OpenRequest;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundStep;
import dev.reflux.workflows.round.StudentReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The activities over one workspace, with the ledger and the teachers that they share. */
final class Workshop implements Staff {

    private final LocalWorkspace workspace;
    private final Environment environment;
    private final Ledger ledger;
    private final TeacherDesks desks;
    private final TeacherRegister teachers;

    private Workshop(LocalWorkspace workspace, Environment environment, Ledger ledger) {
        this.workspace = workspace;
        this.environment = environment;
        this.ledger = ledger;
        this.desks = new TeacherDesks(ledger);
        this.teachers = new TeacherRegister(environment);
    }

    static Workshop open(Path root, Environment environment) {
        LocalWorkspace workspace = new LocalWorkspace(root);
        return new Workshop(workspace, environment, SqliteLedger.open(workspace.ledger()));
    }

    @Override
    public List<Object> activitiesOf(WorkerRole role) {
        StageActivity stages = new StageActivity(new StageRun(tools()));
        return switch (role) {
            case TEACHER -> List.of(stages, new RoundActivitiesImpl(this::merge, this::train));
            case SANDBOX -> List.of(stages);
            case COMPUTE ->
                List.of(
                        stages,
                        new CampaignActivitiesImpl(this::open, this::summarize),
                        new RoundActivitiesImpl(this::merge, this::train));
        };
    }

    private LentTools tools() {
        return new LentTools(workspace, desks, teachers, environment);
    }

    @Override
    public Optional<String> lack(WorkerRole role) {
        if (role != WorkerRole.SANDBOX) {
            return Optional.empty();
        }
        try {
            Sandbox.find();
            return Optional.empty();
        } catch (SandboxUnavailableException none) {
            return Optional.of("cannot check code, campaigns that do hold here: " + none.getMessage());
        }
    }

    private OpenReport open(OpenRequest request) {
        CampaignFolder folder = workspace.folder(request.plan().campaign());
        return new CampaignOpening(environment).open(request, folder, Stages.listedLabels(request.plan()));
    }

    private MergeReport merge(RoundStep step, Pulse pulse) {
        CampaignFolder folder = workspace.folder(step.campaign());
        return RoundMerge.merge(step, folder, environment, new MergeLending(tools(), pulse::progress));
    }

    private StudentReport train(RoundStep step) {
        CampaignFolder folder = workspace.folder(step.campaign());
        StudentPlan student = OpenedCampaign.read(folder).plan().student();
        return student.isWanted() ? StudentTraining.train(folder, step.round(), student) : null;
    }

    private CampaignReport.Paths summarize(CloseRequest request) {
        CampaignFolder folder = workspace.folder(request.campaign());
        return new CampaignClosing(environment)
                .close(request, folder, OpenedCampaign.read(folder).plan(), ledger.books(request.campaign()));
    }

    @Override
    public void close() {
        desks.close();
        ledger.close();
    }
}
