package dev.reflux.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a source tree of its own, with a Maven and a Java that only say that they were called. */
final class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "reflux");
    private static final List<String> MODULES = List.of("config", "workflows", "activities", "worker");

    @TempDir
    private Path folder;

    private Path root;
    private Path java;
    private int exitCode;

    @BeforeEach
    void aSourceTree() throws IOException {
        root = Files.createDirectory(folder.resolve("tree"));
        Files.copy(LAUNCHER, root.resolve("reflux"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(root.resolve("pom.xml"));
        for (String module : MODULES) {
            Files.createDirectories(root.resolve(module + "/src/main"));
            Files.createDirectories(root.resolve(module + "/target"));
            Files.createFile(root.resolve(module + "/pom.xml"));
            Files.createFile(root.resolve(module + "/target/reflux-" + module + "-1.jar"));
        }
        script(root.resolve("mvnw"), "echo built >> builds; echo compiling");
        java = folder.resolve("java");
        Files.createDirectories(java.resolve("bin"));
        script(java.resolve("bin/java"), "echo \"java $*\"");
        release("17.0.15");
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void release(String version) throws IOException {
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private String run(Path launcher, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JAVA_HOME", java.toString());
        builder.environment().remove("JAVA_OPTS");
        builder.environment().put("REFLUX_OPTS", "-Xmx1g");
        Process process =
                builder.directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        exitCode = process.waitFor();
        return output;
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        return run(root.resolve("reflux"), arguments);
    }

    private long builds() throws IOException {
        return Files.readAllLines(root.resolve("builds")).size();
    }

    @Test
    void buildsOnceAndStartsJavaWithWhatItWasGiven() throws IOException, InterruptedException {
        assertThat(run("status", "a b")).contains("reflux: building");
        String second = run("status", "a b");
        assertThat(second)
                .startsWith("java -Xmx1g -cp " + root + "/target/run/")
                .contains("/*:" + root + "/worker/target/lib/* dev.reflux.worker.Main status a b")
                .doesNotContain("building");
        assertThat(builds()).isEqualTo(1);
        assertThat(exitCode).isZero();
    }

    @Test
    void buildsAgainIntoAnotherFolderWhenASourceIsNewer() throws IOException, InterruptedException {
        run();
        Path source = Files.createFile(root.resolve("activities/src/main/Stage.java"));
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
        run();
        assertThat(builds()).isEqualTo(2);
        try (Stream<Path> folders = Files.list(root.resolve("target/run"))) {
            assertThat(folders.filter(Files::isDirectory)).hasSize(2);
        }
    }

    @Test
    void worksThroughASymbolicLinkFromAnywhere() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("tree/reflux"));
        assertThat(run(link)).contains(root + "/worker/target/lib/*");
    }

    @Test
    void showsTheErrorsOfABuildThatFailsAndNamesItsLog() throws IOException, InterruptedException {
        script(root.resolve("mvnw"), """
                for line in 1 2 3; do echo "[WARNING] deprecated $line"; done
                echo '[ERROR] Stage.java:[12,3] cannot find symbol'
                echo '[ERROR] Stage.java:[12,3] cannot find symbol'
                echo '[ERROR] -> [Help 1]'
                echo '[ERROR] '
                exit 1""");
        assertThat(run().lines().skip(1))
                .containsExactly(
                        "[ERROR] Stage.java:[12,3] cannot find symbol",
                        "reflux: the build failed; its whole log is in " + root + "/target/run/build.log");
        assertThat(exitCode).isEqualTo(1);
        assertThat(root.resolve("target/run/build.log")).content().contains("deprecated 3");
    }

    @Test
    void showsTheEndOfABuildThatFailsWithoutNamingAnErrorAndBuildsAgainNextTime()
            throws IOException, InterruptedException {
        script(root.resolve("mvnw"), "for line in $(seq 50); do echo \"line $line\"; done; exit 1");
        assertThat(run()).contains("line 50", "the build failed").doesNotContain("line 30\n");
        assertThat(exitCode).isEqualTo(1);
        script(root.resolve("mvnw"), "echo built >> builds");
        run();
        assertThat(exitCode).isZero();
    }

    @Test
    void refusesAnOldJavaInOneLine() throws IOException, InterruptedException {
        release("11.0.2");
        assertThat(run()).hasLineCount(1).contains("Java must be 17 or newer, got 11");
        assertThat(exitCode).isEqualTo(1);
    }

    @Test
    void quietensNewerJavas() throws IOException, InterruptedException {
        release("25");
        assertThat(run()).contains("--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void takesOverALockWhoseOwnerIsDead() throws IOException, InterruptedException {
        Files.createDirectories(root.resolve("target/run/lock"));
        Files.writeString(root.resolve("target/run/lock/pid"), "99999999");
        run();
        assertThat(exitCode).isZero();
    }
}
