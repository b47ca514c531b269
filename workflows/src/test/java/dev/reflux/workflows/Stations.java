package dev.reflux.workflows;

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
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.common.converter.EncodedValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Activities that only keep books: every stage accepts nine of ten samples, every round's student is a little better. */
public final class Stations implements RoundActivities, CampaignActivities {

    /** Decides whether a stage fails: throws, or returns. */
    public interface Fault {
        void on(String stage, StageRequest request);
    }

    public final List<String> passed = new CopyOnWriteArrayList<>();
    public final AtomicInteger inFlight = new AtomicInteger();
    public final AtomicInteger mostInFlight = new AtomicInteger();
    public final List<CloseRequest> summaries = new CopyOnWriteArrayList<>();
    public volatile Fault fault = (stage, request) -> {};
    public volatile double gainPerRound = 0.05;
    public volatile int shards = 8;
    public volatile String mergeQueue;

    /** Every stage, under whatever name. */
    public DynamicActivity stages() {
        return this::pass;
    }

    private Object pass(EncodedValues arguments) {
        StageRequest request = arguments.get(0, StageRequest.class);
        String stage = Activity.getExecutionContext().getInfo().getActivityType();
        mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
        try {
            fault.on(stage, request);
        } finally {
            inFlight.decrementAndGet();
        }
        passed.add(request.round() + "/" + stage + "/" + request.shard());
        Tally tally = request.shard() == 0
                ? Tally.NONE
                : new Tally(10, 9, Map.of("too-unsure", 1L), 10, 0, 100, 0, 20, 0.01, 5);
        return new StageReport(request.stage(), request.shard(), tally);
    }

    @Override
    public MergeReport merge(RoundStep step) {
        fault.on(
                "merge",
                new StageRequest(step.campaign(), step.planFingerprint(), step.round(), 0, 0, step.budgetUsd()));
        passed.add(step.round() + "/merge");
        mergeQueue = Activity.getExecutionContext().getInfo().getActivityTaskQueue();
        return new MergeReport(new Tally(9, 9, Map.of(), 0, 0, 0, 0, 0, 0, 1), 0.95, 9);
    }

    @Override
    public StudentReport trainStudent(RoundStep step) {
        passed.add(step.round() + "/train");
        double accuracy = 0.5 + gainPerRound * step.round();
        return new StudentReport(9, accuracy, accuracy, 0.02);
    }

    @Override
    public OpenReport open(OpenRequest request) {
        passed.add("open");
        return new OpenReport(4, 10L * shards, 2, 10, 0, shards, 2);
    }

    @Override
    public CampaignReport.Paths summarize(CloseRequest request) {
        summaries.add(request);
        return new CampaignReport.Paths("summary.json", "report/index.html", "dataset", "rejected", List.of());
    }

    public List<String> passedBy(String stage) {
        List<String> found = new ArrayList<>(passed);
        found.removeIf(entry -> !entry.contains("/" + stage + "/"));
        return found;
    }
}
