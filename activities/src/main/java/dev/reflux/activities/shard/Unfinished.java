package dev.reflux.activities.shard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;

/**
 * Files and folders that nobody is to find who did not wait for their end. Those not yet finished when this process is told to
 * end are deleted, and none is made from then on; a process that is killed deletes nothing.
 */
public final class Unfinished {

    /** Threads that are not told to stop may put something into a folder that is just being deleted. */
    private static final int ATTEMPTS = 50;

    private static final long BETWEEN_ATTEMPTS_MILLIS = 5;

    private static final Set<Path> PATHS = new LinkedHashSet<>();
    private static boolean ending;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Unfinished::end, "reflux-unfinished"));
    }

    private Unfinished() {}

    /** Makes something on the disk. */
    @FunctionalInterface
    interface Making<T> {
        T make() throws IOException;
    }

    /** Changes something on the disk. */
    @FunctionalInterface
    public interface Change<E extends Exception> {
        void make() throws E;
    }

    /**
     * Changes something in a way that could bring back a folder that is to be deleted.
     *
     * @throws CancellationException if this process is ending
     */
    public static synchronized <E extends Exception> void unlessEnding(Change<E> change) throws E {
        requireToGoOn();
        change.make();
    }

    /**
     * Makes something of which {@code path} is the part to be deleted.
     *
     * @throws CancellationException if this process is ending
     */
    static synchronized <T> T make(Path path, Making<T> making) throws IOException {
        requireToGoOn();
        PATHS.add(path);
        return making.make();
    }

    /**
     * Makes a folder with a name of its own, that is to be deleted.
     *
     * @throws CancellationException if this process is ending
     */
    static synchronized Path folder(Making<Path> making) throws IOException {
        requireToGoOn();
        Path folder = making.make();
        PATHS.add(folder);
        return folder;
    }

    /**
     * Finishes something: it is not deleted any more.
     *
     * @throws CancellationException if this process is ending
     */
    static synchronized void finish(Path path, Making<Path> finishing) throws IOException {
        requireToGoOn();
        finishing.make();
        PATHS.remove(path);
    }

    /** Takes note that something is gone. */
    static synchronized void forget(Path path) {
        PATHS.remove(path);
    }

    /** Whether this process was told to end, so that what fails now fails for that. */
    public static synchronized boolean areDeleted() {
        return ending;
    }

    private static void requireToGoOn() {
        if (ending) {
            throw new CancellationException("This process was told to end, and makes no further file");
        }
    }

    private static synchronized void end() {
        ending = true;
        for (Path path : PATHS) {
            try {
                delete(path);
            } catch (IOException | UncheckedIOException | InterruptedException e) {
                System.err.println("reflux: cannot remove " + path + " (" + e.getMessage() + "); remove it by hand");
            }
        }
    }

    private static void delete(Path path) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                WholeFolder.delete(path);
                return;
            } catch (IOException | UncheckedIOException busy) {
                if (attempt == ATTEMPTS) {
                    throw busy;
                }
                Thread.sleep(BETWEEN_ATTEMPTS_MILLIS);
            }
        }
    }
}
