package dev.reflux.worker.command;

import dev.reflux.worker.campaign.CampaignClient;
import dev.reflux.worker.orchestrator.Orchestrator;
import dev.reflux.worker.wiring.RefluxWorker;

/**
 * A client of campaigns that can answer though no worker runs: workflow code answers queries and updates, so on a local
 * Temporal a command brings some along. A shared Temporal has workers of its own, and theirs must answer.
 */
final class LocalAnswers implements AutoCloseable {
    private final CampaignClient client;
    private final RefluxWorker helper;

    private LocalAnswers(CampaignClient client, RefluxWorker helper) {
        this.client = client;
        this.helper = helper;
    }

    static LocalAnswers on(Orchestrator orchestrator) {
        RefluxWorker helper = orchestrator.isLocal() ? RefluxWorker.startWorkflowsOnly(orchestrator.client()) : null;
        return new LocalAnswers(new CampaignClient(orchestrator.client()), helper);
    }

    CampaignClient client() {
        return client;
    }

    @Override
    public void close() {
        if (helper != null) {
            helper.close();
        }
    }
}
