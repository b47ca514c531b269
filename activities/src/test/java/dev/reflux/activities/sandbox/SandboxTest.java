package dev.reflux.activities.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.sandbox.Execution.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real programs of bad intent in a real bubblewrap. */
class SandboxTest {

    private static final Limits LIMITS = Limits.of(Duration.ofSeconds(20), 256);

    private Sandbox sandbox;

    @TempDir
    private Path folder;

    @BeforeEach
    void find() {
        sandbox = Sandboxes.orSkip();
    }

    @Test
    void givesBackWhatAProgramWritesAndItsExitCode() {
        Execution run = sandbox.run(new Program(
                new TreeMap<>(
                        Map.of("greeting.txt", "good\nmorning", "ask.sh", "cat /program/greeting.txt; cat; exit 7")),
                List.of("/bin/sh", "/program/ask.sh"),
                List.of(),
                " to you",
                LIMITS));

        assertThat(run).isEqualTo(new Execution(Outcome.FINISHED, 7, "good\nmorning to you", ""));
    }

    @Test
    void reachesNoNetworkNotEvenThisMachines() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            Execution run = python(LIMITS, """
                    import socket
                    for host in ("127.0.0.1", "192.0.2.1"):
                        try:
                            socket.create_connection((host, %d), 2)
                            print("reached")
                        except OSError as refused:
                            print(type(refused).__name__)
                    """.formatted(server.getLocalPort()));

            assertThat(run.output()).isEqualTo("ConnectionRefusedError\nOSError\n");
            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void readsNoFileAndNoVariableOfThisMachine() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "hunter2");
        Execution run = python(LIMITS, """
                import os, glob
                for path in ("%s", "/root", "/etc/passwd", "/etc/shadow", "/var", "/proc/1/root/etc/passwd"):
                    print(os.path.exists(path))
                print(sorted(os.environ))
                print([open(f, "rb").read() for f in glob.glob("/proc/1/environ")])
                print(len([p for p in os.listdir("/proc") if p.isdigit()]) < 5)
                """.formatted(secret));

        assertThat(run.errors()).isEmpty();
        assertThat(run.output().lines())
                .containsExactly(
                        "False",
                        "False",
                        "False",
                        "False",
                        "False",
                        "False",
                        "['HOME', 'LANG', 'PATH', 'PWD']",
                        "[b'']",
                        "True");
    }

    @Test
    void writesNowhereButIntoFoldersOfItsOwn() throws IOException {
        TreeSet<String> before = temporary();
        Execution run = python(LIMITS, """
                for path in ("/x", "/usr/x", "/etc/x", "/dev/x", "/program/x", "/proc/sys/kernel/x", "%s/x",
                             "/tmp/x", "/home/x", "/dev/shm/x"):
                    try:
                        open(path, "w").write("x")
                        print("written", path)
                    except OSError:
                        pass
                """.formatted(folder));

        assertThat(run.output().lines()).containsExactly("written /tmp/x", "written /home/x", "written /dev/shm/x");
        assertThat(temporary()).isEqualTo(before);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void endsALoopWithoutEndAndLeavesNoProcess() {
        long before = System.nanoTime();
        Execution run = shell(
                Limits.of(Duration.ofSeconds(1), 256),
                "setsid sh -c 'trap \"\" TERM INT HUP; while :; do sleep 4242; done' & while :; do :; done");

        assertThat(run.outcome()).isEqualTo(Outcome.TIMED_OUT);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(processesThatSay("sleep 4242")).isEmpty();
    }

    @Test
    void endsWhatAProgramLeavesRunning() {
        Execution run = shell(LIMITS, "setsid sleep 4343 > /dev/null 2>&1 & echo done");

        assertThat(run.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(run.output()).isEqualTo("done\n");
        assertThat(processesThatSay("sleep 4343")).isEmpty();
    }

    @Test
    void endsAForkBomb() {
        Limits limits = Limits.of(Duration.ofSeconds(2), 256);
        Execution run = shell(limits, "f() { f | f & }; f; while :; do sleep 4444; done");

        assertThat(run.outcome()).isIn(Outcome.TIMED_OUT, Outcome.OUT_OF_MEMORY);
        assertThat(run.errors()).contains("Cannot fork");
        assertThat(processesThatSay("sleep 4444")).isEmpty();
    }

    @Test
    void countsTheProcessesOfEachProgramByItself() {
        Execution run = python(LIMITS, """
                import os, sys, time
                made = 0
                try:
                    for _ in range(200):
                        if os.fork() == 0:
                            time.sleep(60)
                            os._exit(0)
                        made += 1
                except OSError:
                    pass
                print(made)
                """);

        assertThat(Integer.parseInt(run.output().strip())).isBetween(40, LIMITS.processes());
    }

    @Test
    void refusesMemoryToOneProcessAndEndsManyThatHoldTooMuch() {
        Execution one = python(LIMITS, "x = bytearray(1 << 30)");
        Execution many = python(LIMITS, """
                import os, time
                for _ in range(8):
                    if os.fork() == 0:
                        x = bytearray(b"1") * (64 << 20)
                        time.sleep(60)
                time.sleep(60)
                """);

        assertThat(one.errors()).endsWith("MemoryError\n");
        assertThat(many.outcome()).isEqualTo(Outcome.OUT_OF_MEMORY);
    }

    @Test
    void givesItsFoldersNoMoreRoomThanAFileMayHave() {
        Execution run = shell(LIMITS, """
                head -c 40000000 /dev/zero > /tmp/one; for i in 1 2 3 4; do head -c 20000000 /dev/zero > /tmp/$i; done
                du -sm /tmp | cut -f 1
                """);

        assertThat(Integer.parseInt(run.output().strip())).isLessThanOrEqualTo(LIMITS.fileMegabytes());
    }

    @Test
    void keepsTheBeginningAndTheEndOfAFlood() {
        Execution run = shell(LIMITS, "echo first; yes flood | head -c 50000000; echo last");

        assertThat(run.outcome()).isEqualTo(Outcome.FINISHED);
        assertThat(run.output()).startsWith("first\nflood\n").endsWith("last\n").contains(" bytes cut ...");
        assertThat(run.output().length()).isLessThan(LIMITS.outputBytes() + 100);
    }

    @Test
    void isNobodyAndCannotBecomeMore() {
        Execution run = shell(LIMITS, """
                grep -h -E 'CapEff|CapBnd|NoNewPrivs' /proc/self/status
                unshare --user --map-root-user true || echo no namespaces
                mount -t tmpfs none /home 2> /dev/null || echo no mounts
                """);

        assertThat(run.output().replace("\t", ""))
                .isEqualTo(
                        "CapEff:0000000000000000\nCapBnd:0000000000000000\nNoNewPrivs:1\nno namespaces\nno mounts\n");
    }

    @Test
    void saysWhichSignalEndedAProgram() {
        Execution run = shell(LIMITS, "kill -SEGV $$");

        assertThat(run.outcome()).isEqualTo(Outcome.KILLED);
        assertThat(run.exitCode()).isEqualTo(128 + 11);
    }

    private Execution python(Limits limits, String script) {
        Toolchain python = Toolchain.python();
        return sandbox.run(Program.of(
                Map.of("main.py", script),
                List.of(python.executable(), "-I", "/program/main.py"),
                python.mounts(),
                limits));
    }

    private Execution shell(Limits limits, String script) {
        return sandbox.run(
                Program.of(Map.of("main.sh", script), List.of("/bin/sh", "/program/main.sh"), List.of(), limits));
    }

    private static TreeSet<String> temporary() throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/tmp"))) {
            return entries.map(Path::toString)
                    .filter(name -> name.contains(ProgramFolder.NAME) || name.equals("/tmp/x"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static List<String> processesThatSay(String words) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(words) && !line.contains("surefire"))
                .toList();
    }
}
