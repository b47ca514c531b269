package dev.reflux.worker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class KilledServerIT {

    @TempDir
    Path folder;

    @Test
    void goesOnWhenTheTemporalServerComesBackOnItsDatabase() {
        try (FaultBench bench = new FaultBench(folder, FaultBench.steadyTeacher())) {
            Product undisturbed =
                    bench.finish(bench.tickets.campaign("undisturbed", Map.of()), bench.workspace("undisturbed"));
            int asked = bench.teacher.stats().answered();

            Path workspace = bench.workspace("orphaned");
            RefluxProcess process = bench.run(bench.tickets.campaign("orphaned", Map.of()), workspace);
            FaultBench.await(process, () -> bench.teacher.stats().answered() > asked * 1.5);
            bench.server.kill();
            bench.server.start();

            assertThat(process.awaitEnd(FaultBench.LONGEST_CAMPAIGN))
                    .describedAs(process.output())
                    .isZero();
            assertThat(Product.of(workspace.resolve("orphaned")).differencesFrom(undisturbed))
                    .isEmpty();
            assertThat(bench.teacher.stats().answered()).isEqualTo(2 * asked);
        }
    }
}
