package dev.reflux.worker.campaign;

import dev.reflux.worker.progress.ProgressFrame;
import dev.reflux.worker.progress.ProgressView;
import dev.reflux.workflows.campaign.CampaignProgress;
import dev.reflux.workflows.campaign.CampaignReport;
import dev.reflux.workflows.round.RoundProgress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Watches an open campaign until it is finished, holds, or the watcher is told to leave. */
public final class CampaignWatch {
    private final CampaignClient client;
    private final LoadedCampaign campaign;
    private final Hint hint;
    private final Duration interval;
    private final long begun = System.nanoTime();
    private String lastSaid = "";

    /** @param interval time between looks; each is two queries, which Temporal Cloud bills */
    public CampaignWatch(CampaignClient client, LoadedCampaign campaign, Hint hint, Duration interval) {
        this.client = client;
        this.campaign = campaign;
        this.hint = hint;
        this.interval = interval;
    }

    /**
     * How watching ended.
     *
     * @param report what the campaign came to, or null if it is not finished
     * @param problem what it holds for, or null if it does not hold
     */
    public record Outcome(CampaignReport report, String problem) {
        public boolean isFinished() {
            return report != null;
        }

        public boolean isHolding() {
            return problem != null;
        }
    }

    /**
     * Watches and shows.
     *
     * @param leave asked between looks whether to stop watching
     * @throws CampaignFailedException if the campaign fails
     */
    public Outcome watch(ProgressView view, BooleanSupplier leave) {
        CompletableFuture<CampaignReport> result = client.result(campaign.name());
        while (!leave.getAsBoolean()) {
            Optional<CampaignReport> report = await(result);
            if (report.isPresent()) {
                return new Outcome(report.get(), null);
            }
            String problem = look(view);
            if (problem != null) {
                return new Outcome(null, problem);
            }
        }
        return new Outcome(null, null);
    }

    private Optional<CampaignReport> await(CompletableFuture<CampaignReport> result) {
        try {
            return Optional.of(result.get(interval.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException notYet) {
            return Optional.empty();
        } catch (ExecutionException failure) {
            throw CampaignClient.failed(failure.getCause());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Returns what it holds for, or null. */
    private String look(ProgressView view) {
        try {
            String name = campaign.name();
            CampaignProgress progress = client.progress(name);
            RoundProgress round = progress.round() == 0
                    ? null
                    : client.round(name, progress.round()).orElse(null);
            long elapsed = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            int maxRounds = campaign.plan().rounds().max();
            view.show(new ProgressFrame(name, maxRounds, progress, round, elapsed));
            if (progress.state() == CampaignProgress.State.HOLDING) {
                return progress.problem();
            }
            whatToDo(progress).ifPresent(line -> sayOnce(view, line));
            return null;
        } catch (NoWorkerException silence) {
            sayOnce(view, silence.getMessage());
            return null;
        }
    }

    private Optional<String> whatToDo(CampaignProgress progress) {
        int round = progress.round();
        return switch (progress.state()) {
            case AWAITING_APPROVAL -> Optional.of("round " + round + " waits for approval: " + hint.to("approve"));
            case PAUSED -> Optional.of("paused: " + hint.to("resume"));
            case RUNNING -> round == 0 ? Optional.empty() : client.retrying(campaign.name(), round);
            default -> Optional.empty();
        };
    }

    private void sayOnce(ProgressView view, String line) {
        if (!line.equals(lastSaid)) {
            lastSaid = line;
            view.say(line);
        }
    }
}
