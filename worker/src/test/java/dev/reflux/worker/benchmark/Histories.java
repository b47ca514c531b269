package dev.reflux.worker.benchmark;

import io.temporal.api.enums.v1.EventType;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Temporal recorded of a workflow, over all its runs. */
final class Histories {

    private final List<List<HistoryEvent>> runs = new ArrayList<>();

    Histories(WorkflowClient client, String workflow) {
        String run = "";
        do {
            List<HistoryEvent> events = client.fetchHistory(workflow, run).getEvents();
            runs.add(events);
            run = events.get(0).getWorkflowExecutionStartedEventAttributes().getContinuedExecutionRunId();
        } while (!run.isEmpty());
    }

    int longestRun() {
        return runs.stream().mapToInt(List::size).max().orElse(0);
    }

    int runs() {
        return runs.size();
    }

    /**
     * Billable actions as Temporal Cloud counts them, heartbeats and retries apart: workflow starts, continue-as-new,
     * activities, timers, signals, updates, upserts; a child workflow counts twice.
     */
    long actions() {
        return runs.stream().flatMap(List::stream).mapToLong(Histories::actions).sum();
    }

    private static long actions(HistoryEvent event) {
        return switch (event.getEventType()) {
            case EVENT_TYPE_WORKFLOW_EXECUTION_STARTED,
                    EVENT_TYPE_ACTIVITY_TASK_SCHEDULED,
                    EVENT_TYPE_TIMER_STARTED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_SIGNALED,
                    EVENT_TYPE_WORKFLOW_EXECUTION_UPDATE_ACCEPTED,
                    EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES,
                    EVENT_TYPE_START_CHILD_WORKFLOW_EXECUTION_INITIATED -> 1;
            default -> 0;
        };
    }

    /** From the first start to the last end of one stage's shards. */
    Duration span(String stage) {
        List<Instant> moments = runs.stream()
                .flatMap(run -> moments(run, stage).stream())
                .sorted()
                .toList();
        return Duration.between(moments.get(0), moments.get(moments.size() - 1));
    }

    private static List<Instant> moments(List<HistoryEvent> run, String stage) {
        Set<Long> wanted = new HashSet<>();
        List<Instant> moments = new ArrayList<>();
        for (HistoryEvent event : run) {
            if (isShardOf(event, stage)) {
                wanted.add(event.getEventId());
            } else if (wanted.contains(
                            event.getActivityTaskStartedEventAttributes().getScheduledEventId())
                    || wanted.contains(
                            event.getActivityTaskCompletedEventAttributes().getScheduledEventId())) {
                moments.add(Instant.ofEpochSecond(
                        event.getEventTime().getSeconds(), event.getEventTime().getNanos()));
            }
        }
        return moments;
    }

    private static boolean isShardOf(HistoryEvent event, String stage) {
        return event.getEventType() == EventType.EVENT_TYPE_ACTIVITY_TASK_SCHEDULED
                && event.getActivityTaskScheduledEventAttributes()
                        .getActivityType()
                        .getName()
                        .equals(stage)
                && event.getUserMetadata().getSummary().getData().toStringUtf8().contains("shard");
    }

    /** Heartbeats that reached the server, by its own count. */
    static long heartbeats(URI metrics) throws IOException, InterruptedException {
        String text = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString())
                .body();
        return text.lines()
                .filter(line -> line.startsWith("service_requests{"))
                .filter(line -> line.contains("operation=\"RecordActivityTaskHeartbeat\""))
                .filter(line -> line.contains("service_name=\"frontend\""))
                .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
