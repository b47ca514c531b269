package dev.reflux.activities.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The users of this machine that programs run as where this process is root's: one for each program at a time, so that
 * limits on a user's processes hold for one program only. Elsewhere programs run as this process's user.
 */
final class Users {

    /** Above what systemd hands out to containers, below what is reserved. */
    private static final int FIRST = 0x7000_0000;

    private static final int SLOTS = 64;
    private static final int PROCESSES = 1 << 20;

    private final boolean root;
    private final BlockingQueue<Integer> free = new LinkedBlockingQueue<>();

    private Users(boolean root) {
        this.root = root;
        int first = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * SLOTS;
        for (int slot = 0; slot < SLOTS; slot++) {
            free.add(first + slot);
        }
    }

    static Users ofThisProcess() {
        try {
            return new Users(Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
        } catch (IOException | UnsupportedOperationException unknown) {
            throw new SandboxUnavailableException(
                    "A sandbox must know whose this process is, /proc/self does not say: " + unknown, unknown);
        }
    }

    /** A user that no other program has, to be given back; null where programs run as this process's user. */
    Integer take() throws InterruptedException {
        return root ? free.take() : null;
    }

    void giveBack(Integer user) {
        if (user != null) {
            free.add(user);
        }
    }
}
