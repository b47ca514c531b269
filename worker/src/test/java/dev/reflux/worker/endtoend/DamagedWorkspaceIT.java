package dev.reflux.worker.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the disk: each holds the campaign with the file's name, and running it again goes on once it is mended. */
@Timeout(600)
class DamagedWorkspaceIT {

    private static final int HOLDS = 5;

    @TempDir
    Path folder;

    private Product undisturbed;

    /**
     * The filter's preparation reads every shard of the stage before it, the cut one too. The kill comes when later shards
     * are through, so that Temporal knows the first one to be done and does not ask for it again.
     */
    @Test
    void aShardCutInHalfIsNamedAndRebuiltWithoutPayingAgain() throws IOException {
        Map<String, String> readingAll = Map.of("{threshold: 0.5}", "{keepPerClass: [0.9]}");
        try (FaultBench bench = new FaultBench(folder, FaultBench.steadyTeacher())) {
            undisturbed = bench.finish(bench.tickets.campaign("whole", readingAll), bench.workspace("whole"));
            int asked = bench.teacher.stats().answered();
            Path campaign = bench.tickets.campaign("cut", readingAll);
            Path workspace = bench.workspace("cut");
            Path stage = workspace.resolve("cut/rounds/01/2-co-train");
            RefluxProcess process = bench.run(campaign, workspace);
            FaultBench.await(process, () -> Files.exists(stage.resolve("shard-00014.report.json")));
            process.kill();
            cutInHalf(stage.resolve("shard-00001.jsonl.zst"));

            RefluxProcess second = bench.run(campaign, workspace);
            assertThat(second.awaitEnd(FaultBench.LONGEST_CAMPAIGN)).isEqualTo(HOLDS);
            assertThat(second.output()).contains(stage.resolve("shard-00001.jsonl.zst") + " must have");

            assertThat(bench.finish(campaign, workspace).differencesFrom(undisturbed))
                    .isEmpty();
            assertThat(bench.teacher.stats().answered() - 2 * asked).isBetween(0, 32);
        }
    }

    @Test
    void aLockedLedgerHoldsTheCampaignByName() throws SQLException {
        try (FaultBench bench = bench()) {
            Path campaign = bench.tickets.campaign("locked", Map.of());
            Path workspace = bench.workspace("locked");
            RefluxProcess process = bench.run(campaign, workspace);
            FaultBench.await(process, () -> Files.exists(workspace.resolve("locked/rounds/01")));
            try (Connection lock = DriverManager.getConnection("jdbc:sqlite:" + workspace.resolve("ledger.db"));
                    Statement statement = lock.createStatement()) {
                statement.execute("PRAGMA busy_timeout=30000");
                statement.execute("BEGIN IMMEDIATE");

                assertThat(process.awaitEnd(FaultBench.LONGEST_CAMPAIGN)).isEqualTo(HOLDS);
                assertThat(process.output()).contains("ledger.db").contains("locked");
                statement.execute("ROLLBACK");
            }

            assertThat(bench.finish(campaign, workspace).differencesFrom(undisturbed))
                    .isEmpty();
        }
    }

    @Test
    void aFullDiskHoldsTheCampaignByName() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("small-disk"));
        assumeTrue(mount(disk), "needs the right to mount a small tmpfs");
        try (FaultBench bench = bench()) {
            Path campaign = bench.tickets.campaign("full", Map.of());
            Path ballast = disk.resolve("ballast");
            RefluxProcess process = bench.run(campaign, disk);
            FaultBench.await(process, () -> Files.exists(disk.resolve("full/rounds/01")));
            fill(ballast);

            assertThat(process.awaitEnd(FaultBench.LONGEST_CAMPAIGN)).isEqualTo(HOLDS);
            assertThat(process.output()).containsPattern("(?i)no space|full").contains(disk.toString());
            Files.delete(ballast);

            assertThat(bench.finish(campaign, disk).differencesFrom(undisturbed))
                    .isEmpty();
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).start().waitFor(20, TimeUnit.SECONDS);
        }
    }

    private FaultBench bench() {
        FaultBench bench = new FaultBench(folder, FaultBench.steadyTeacher());
        undisturbed = bench.finish(bench.tickets.campaign("whole", Map.of()), bench.workspace("whole"));
        return bench;
    }

    @BeforeEach
    void needsTemporal() {
        assumeTrue(TemporalServer.binary().isPresent(), "needs the temporal command on the PATH, which is not there");
    }

    private static void cutInHalf(Path file) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.setLength(open.length() / 2);
        }
    }

    private static boolean mount(Path disk) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString())
                .redirectErrorStream(true)
                .start();
        return mount.waitFor(20, TimeUnit.SECONDS) && mount.exitValue() == 0;
    }

    /** Writes until not a byte more fits. */
    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[64 * 1024];
        try (RandomAccessFile open = new RandomAccessFile(ballast.toFile(), "rw")) {
            for (int size = block.length; size > 0; size /= 2) {
                writeAll(open, block, size);
            }
        }
    }

    private static void writeAll(RandomAccessFile open, byte[] block, int size) {
        try {
            while (true) {
                open.write(block, 0, size);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }
}
