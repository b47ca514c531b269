package dev.reflux.worker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class KilledWorkerIT {

    private static final int IN_FLIGHT = 32;

    @TempDir
    Path folder;

    @Test
    void endsWithTheSameDatasetAndAsksAgainForAtMostTheCallsInFlight() {
        try (FaultBench bench = new FaultBench(folder, FaultBench.steadyTeacher())) {
            Product undisturbed =
                    bench.finish(bench.tickets.campaign("undisturbed", Map.of()), bench.workspace("undisturbed"));
            int asked = bench.teacher.stats().answered();

            Path campaign = bench.tickets.campaign("killed", Map.of());
            Path workspace = bench.workspace("killed");
            killWhen(bench, campaign, workspace, () -> bench.teacher.stats().answered() > asked * 1.3);
            killWhen(bench, campaign, workspace, () -> bench.teacher.stats().answered() > asked * 1.7);
            Path merging = workspace.resolve("killed/merge-01.tmp");
            Path merged = workspace.resolve("killed/dataset/01");
            killWhen(bench, campaign, workspace, () -> Files.exists(merging) || Files.exists(merged));
            Product disturbed = bench.finish(campaign, workspace);

            assertThat(disturbed.differencesFrom(undisturbed)).isEmpty();
            assertThat(bench.teacher.stats().answered() - 2 * asked).isBetween(0, 3 * IN_FLIGHT);
        }
    }

    private static void killWhen(FaultBench bench, Path campaign, Path workspace, BooleanSupplier moment) {
        RefluxProcess process = bench.run(campaign, workspace);
        FaultBench.await(process, moment);
        process.kill();
    }
}
