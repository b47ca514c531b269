package dev.reflux.worker.command;

import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CampaignActivities;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.campaign.OpenRequest;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundActivities;
import dev.reflux.workflows.round.RoundStep;
import dev.reflux.workflows.round.StageReport;
import dev.reflux.workflows.round.StageRequest;
import dev.reflux.workflows.round.StudentReport;
import io.temporal.activity.DynamicActivity;
import io.temporal.failure.ApplicationFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Activities over a pool of 20 samples in two shards: each shard lets 8 through and turns 2 away. */
final class FakeActivities implements CampaignActivities, RoundActivities {
    final AtomicInteger opened = new AtomicInteger();
    /** Failure type that stages raise, or null; one that depends on the budget is only raised below 5 dollars. */
    volatile String failure;

    volatile Path workspace;

    @Override
    public OpenReport open(OpenRequest request) {
        opened.incrementAndGet();
        Path folder = workspace.resolve(request.plan().campaign());
        write(folder.resolve("plan.json"), "{\"fingerprint\": \"" + request.fingerprint() + "\"}");
        return new OpenReport(4, 20, 5, 0, 0, 2, 2);
    }

    @Override
    public CampaignReport.Paths summarize(CloseRequest request) {
        String name = request.campaign();
        write(workspace.resolve(name).resolve("summary.json"), """
                {"campaign": "%s", "state": "%s", "stopReason": "%s", "notice": "made up", "rounds": [{"round": 1, "input": 20, "accepted": 16,
                 "rejected": {"too-short": 4}, "teacherCalls": 20, "ledgerHits": 3, "costUsd": 0.5,
                 "acceptedPrecision": 0.875, "student": {"holdoutAccuracy": 0.8, "baselineAccuracy": 0.6},
                 "seconds": 2}], "dataset": "%s/dataset/01", "report": "%s/report/index.html", "exports": []}
                """.formatted(
                        name, request.state(), request.stopReason(), name, name));
        return new CampaignReport.Paths(
                name + "/summary.json", name + "/report/index.html", name + "/dataset/01", null, List.of());
    }

    @Override
    public MergeReport merge(RoundStep step) {
        return new MergeReport(new Tally(16, 16, Map.of(), 0, 0, 0, 0, 0, 0, 1), 0.875, 16);
    }

    @Override
    public StudentReport trainStudent(RoundStep step) {
        return new StudentReport(20, 0.8, 0.8, 0.1);
    }

    DynamicActivity stages() {
        return arguments -> {
            StageRequest request = arguments.get(0, StageRequest.class);
            boolean affordable = request.budgetUsd() != null && request.budgetUsd() >= 5;
            if (failure != null && !affordable) {
                throw ApplicationFailure.newNonRetryableFailure(
                        "budget of 1 US dollar must cover the next call", failure);
            }
            Tally tally = new Tally(10, 8, Map.of("too-short", 2L), 10, 0, 0, 0, 0, 0.25, 5);
            return new StageReport(request.stage(), request.shard(), tally);
        };
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
