package dev.reflux.activities.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line that runs a program in bubblewrap.
 *
 * <p>The program sees {@code /usr}, its own files and its mounts, all read-only; a {@code /proc} of its own processes only;
 * and three small folders in memory that it may write to. It has no network, no capabilities, no variables of this process,
 * and cannot make user namespaces, by which it could mount memory that nobody limits.
 *
 * @param bubblewrap the executable {@code bwrap}
 * @param prlimit the executable {@code prlimit}
 * @param setpriv the executable {@code setpriv}
 */
record Confinement(Path bubblewrap, Path prlimit, Path setpriv) {

    private static final List<String> LINKS = List.of("bin", "sbin", "lib", "lib32", "lib64");
    private static final List<String> SETTINGS = List.of("/etc/ld.so.cache", "/etc/alternatives", "/etc/localtime");
    private static final List<String> WRITABLE = List.of("/tmp", "/home");
    private static final String SHARED_MEMORY = "/dev/shm";
    private static final long MEGABYTE = 1024L * 1024L;

    /** A compiler and a collector compute beside a JVM's program, so processor time may pass by faster than the wall's. */
    private static final int PROCESSOR_SECONDS_PER_SECOND = 4;

    /**
     * The command line.
     *
     * @param folder where the program's files lie
     * @param user the user of this machine it runs as; null for this process's own
     */
    List<String> command(Program program, Path folder, Integer user) {
        List<String> command = new ArrayList<>();
        if (user != null) {
            command.addAll(as(user));
        }
        command.add(bubblewrap.toString());
        command.addAll(List.of("--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent"));
        command.addAll(List.of("--new-session", "--cap-drop", "ALL", "--uid", "1000", "--gid", "1000"));
        command.addAll(List.of("--hostname", "sandbox"));
        command.addAll(environment());
        command.addAll(fileSystem(program, folder));
        command.addAll(List.of("--chdir", "/tmp", "--"));
        command.addAll(limits(program.limits()));
        command.addAll(program.command());
        return command;
    }

    /** Root's processes are not counted against limits, and root may read what it likes: it becomes nobody first. */
    private List<String> as(int user) {
        return List.of(
                setpriv.toString(),
                "--reuid=" + user,
                "--regid=" + user,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all");
    }

    private static List<String> environment() {
        List<String> options = new ArrayList<>(List.of("--clearenv"));
        options.addAll(List.of("--setenv", "PATH", "/usr/local/bin:/usr/bin:/bin"));
        options.addAll(List.of("--setenv", "HOME", "/home"));
        options.addAll(List.of("--setenv", "LANG", "C.UTF-8"));
        return options;
    }

    private static List<String> fileSystem(Program program, Path folder) {
        long bytes = program.limits().fileMegabytes() * MEGABYTE;
        List<String> options = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        for (String link : LINKS) {
            options.addAll(system("/" + link));
        }
        options.addAll(List.of("--perms", "0755", "--dir", "/etc"));
        SETTINGS.forEach(setting -> options.addAll(List.of("--ro-bind-try", setting, setting)));
        program.mounts().forEach(mount -> options.addAll(List.of("--ro-bind", mount.toString(), mount.toString())));
        options.addAll(List.of("--ro-bind", folder.toString(), Program.FOLDER, "--proc", "/proc", "--dev", "/dev"));
        options.addAll(memory(SHARED_MEMORY, bytes));
        options.addAll(List.of("--remount-ro", "/dev"));
        WRITABLE.forEach(place -> options.addAll(memory(place, bytes)));
        options.addAll(List.of("--remount-ro", "/"));
        return options;
    }

    /** Where /bin and its like are links into /usr they are links in the sandbox too. */
    private static List<String> system(String folder) {
        Path place = Path.of(folder);
        if (!place.toFile().exists()) {
            return List.of();
        }
        return Files.isSymbolicLink(place)
                ? List.of("--symlink", "usr" + folder, folder)
                : List.of("--ro-bind", folder, folder);
    }

    private static List<String> memory(String place, long bytes) {
        return List.of("--perms", "1777", "--size", Long.toString(bytes), "--tmpfs", place);
    }

    private List<String> limits(Limits limits) {
        List<String> options = new ArrayList<>(List.of(prlimit.toString(), "--core=0"));
        options.add("--nproc=" + limits.processes());
        long seconds = processorSeconds(limits.time());
        options.add("--cpu=" + seconds + ":" + (seconds + 1));
        options.add("--nofile=" + limits.openFiles());
        options.add("--fsize=" + limits.fileMegabytes() * MEGABYTE);
        if (limits.addressSpaceMegabytes() > 0) {
            options.add("--as=" + limits.addressSpaceMegabytes() * MEGABYTE);
        }
        options.add("--");
        return options;
    }

    private static long processorSeconds(Duration time) {
        return (time.toSeconds() + 1) * PROCESSOR_SECONDS_PER_SECOND;
    }
}
