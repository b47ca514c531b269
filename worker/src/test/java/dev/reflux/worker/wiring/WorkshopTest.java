package dev.reflux.worker.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.WorkerRole;
import dev.reflux.workflows.campaign.CampaignActivities;
import dev.reflux.workflows.round.RoundActivities;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkshopTest {

    @TempDir
    private Path workspace;

    @Test
    void whoWaitsOnModelsCanMergeTooForAMergeMayAskThem() {
        try (Staff staff = Wiring.of(Map.of()).staff(workspace)) {
            assertThat(staff.activitiesOf(WorkerRole.TEACHER)).hasAtLeastOneElementOfType(RoundActivities.class);
            assertThat(staff.activitiesOf(WorkerRole.COMPUTE))
                    .hasAtLeastOneElementOfType(RoundActivities.class)
                    .hasAtLeastOneElementOfType(CampaignActivities.class);
            assertThat(staff.activitiesOf(WorkerRole.SANDBOX)).hasSize(1);
        }
    }
}
