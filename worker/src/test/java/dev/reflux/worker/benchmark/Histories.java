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
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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

    /** One stage's work on one shard, from its start to its end. */
    record Work(Instant start, Instant end) {}

    /** From the first start to the last end of one stage's shards. */
    Duration span(String stage) {
        List<Work> work = work(stage);
        return Duration.between(
                Collections.min(work, Comparator.comparing(Work::start)).start(),
                Collections.max(work, Comparator.comparing(Work::end)).end());
    }

    /** What was done of a stage, shard by shard. */
    List<Work> work(String stage) {
        return runs.stream().flatMap(run -> work(run, stage).stream()).toList();
    }

    private static List<Work> work(List<HistoryEvent> run, String stage) {
        Map<Long, Instant> starts = new HashMap<>();
        Set<Long> wanted = new HashSet<>();
        List<Work> work = new ArrayList<>();
        for (HistoryEvent event : run) {
            Instant moment = Instant.ofEpochSecond(
                    event.getEventTime().getSeconds(), event.getEventTime().getNanos());
            if (isShardOf(event, stage)) {
                wanted.add(event.getEventId());
            } else if (event.hasActivityTaskStartedEventAttributes()) {
                starts.put(event.getActivityTaskStartedEventAttributes().getScheduledEventId(), moment);
            } else if (wanted.contains(
                    event.getActivityTaskCompletedEventAttributes().getScheduledEventId())) {
                work.add(new Work(
                        starts.get(
                                event.getActivityTaskCompletedEventAttributes().getScheduledEventId()),
                        moment));
            }
        }
        return work;
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
