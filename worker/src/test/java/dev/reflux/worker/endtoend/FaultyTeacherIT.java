package dev.reflux.worker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.teacher.Fault;
import dev.reflux.activities.teacher.Script;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(600)
class FaultyTeacherIT {

    @TempDir
    Path folder;

    @Test
    void losesAndDoublesNothingOverATeacherThatFailsOneCallInNine() {
        try (FaultBench bench = new FaultBench(folder, FaultBench.steadyTeacher())) {
            Product undisturbed = bench.finish(bench.tickets.campaign("steady", Map.of()), bench.workspace("steady"));
            int asked = bench.teacher.stats().answered();

            bench.teacher.play(faulty());
            Product disturbed = bench.finish(bench.tickets.campaign("faulty", Map.of()), bench.workspace("faulty"));

            assertThat(disturbed.differencesFrom(undisturbed)).isEmpty();
            assertThat(bench.teacher.stats().faults().keySet())
                    .contains("throttle", "server-error", "stall", "garbage", "cut-body", "reset");
            assertThat(bench.teacher.stats().answered()).isEqualTo(2 * asked);
        }
    }

    private static Script faulty() {
        return FaultBench.steadyTeacher()
                .askingToWait(Duration.ofSeconds(1))
                .failing(Fault.THROTTLE, 0.05)
                .failing(Fault.SERVER_ERROR, 0.02)
                .failing(Fault.STALL, 0.005)
                .failing(Fault.STALL_BODY, 0.005)
                .failing(Fault.GARBAGE, 0.01)
                .failing(Fault.CUT_BODY, 0.01)
                .failing(Fault.RESET, 0.01);
    }
}
