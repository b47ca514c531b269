package dev.reflux.worker.orchestrator;

import dev.reflux.activities.shard.WholeFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Says which processes use a workspace's dev server, by locks on one file that the system drops when a process dies: byte 0
 * is held while a server is started or ended, byte 1 is shared by everyone who uses it.
 */
final class DevServerLease implements AutoCloseable {
    private final FileChannel channel;
    private FileLock usage;

    private DevServerLease(FileChannel channel) {
        this.channel = channel;
    }

    static DevServerLease on(Path lockFile) {
        try {
            WholeFolder.make(lockFile.getParent());
            return new DevServerLease(FileChannel.open(
                    lockFile, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot open " + lockFile + "; check rights and free space", failure);
        }
    }

    /** Runs {@code start} alone among all processes, then counts this one as a user. */
    void enter(Runnable start) {
        alone(() -> {
            start.run();
            usage = channel.lock(1, 1, true);
        });
    }

    /** Stops counting this process as a user and, if none is left, runs {@code end} alone. */
    void leave(Runnable end) {
        alone(() -> {
            usage.release();
            FileLock last = channel.tryLock(1, 1, false);
            if (last != null) {
                end.run();
                last.release();
            }
        });
    }

    private void alone(Locked work) {
        try {
            FileLock door = channel.lock(0, 1, false);
            try {
                work.run();
            } finally {
                door.release();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot lock temporal.lock in the workspace", failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close temporal.lock in the workspace", failure);
        }
    }

    /** What is done while the door is locked. */
    private interface Locked {
        void run() throws IOException;
    }
}
