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
    private final String name;
    private final int maxRounds;
    private final Duration interval;
    private final long begun = System.nanoTime();
    private String lastSaid = "";

    /** @param interval time between looks; each is two queries, which Temporal Cloud bills */
    public CampaignWatch(CampaignClient client, String name, int maxRounds, Duration interval) {
        this.client = client;
        this.name = name;
        this.maxRounds = maxRounds;
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
        CompletableFuture<CampaignReport> result = client.result(name);
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
            CampaignProgress campaign = client.progress(name);
            RoundProgress round = campaign.round() == 0
                    ? null
                    : client.round(name, campaign.round()).orElse(null);
            long elapsed = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            view.show(new ProgressFrame(name, maxRounds, campaign, round, elapsed));
            if (campaign.state() == CampaignProgress.State.HOLDING) {
                return campaign.problem();
            }
            hint(campaign).ifPresent(line -> sayOnce(view, line));
            return null;
        } catch (NoWorkerException silence) {
            sayOnce(view, silence.getMessage());
            return null;
        }
    }

    private Optional<String> hint(CampaignProgress campaign) {
        return switch (campaign.state()) {
            case AWAITING_APPROVAL ->
                Optional.of("round " + campaign.round() + " waits for approval: ./reflux approve " + name);
            case PAUSED -> Optional.of("paused: ./reflux resume " + name);
            case RUNNING -> campaign.round() == 0 ? Optional.empty() : client.retrying(name, campaign.round());
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
