package dev.reflux.activities.campaign;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The heartbeat of one running activity. It beats on its own, for one slow answer or a long wait for the rate limit must not
 * look like a dead worker; what it learns of a cancellation it throws at the next {@link #progress}.
 */
public final class Pulse implements AutoCloseable {

    /** Each beat costs a queue entry here; the Temporal client itself sends far fewer over the wire. */
    private static final Duration EVERY = Duration.ofSeconds(2);

    private final Consumer<Progress> heartbeat;
    private final ScheduledExecutorService beats;
    private volatile Progress latest = new Progress(0, 0);
    private volatile RuntimeException stop;

    private Pulse(Consumer<Progress> heartbeat) {
        this.heartbeat = heartbeat;
        this.beats = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "pulse");
            thread.setDaemon(true);
            return thread;
        });
    }

    static Pulse start(Consumer<Progress> heartbeat) {
        Pulse pulse = new Pulse(heartbeat);
        pulse.beats.scheduleAtFixedRate(pulse::beat, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return pulse;
    }

    /**
     * Tells how far the work is.
     *
     * @throws RuntimeException what the last heartbeat threw: the work is no longer wanted
     */
    public void progress(int done, int total) {
        latest = new Progress(done, total);
        if (stop != null) {
            throw stop;
        }
    }

    /** One beat; after the first that throws there is no other. */
    void beat() {
        if (stop == null) {
            try {
                heartbeat.accept(latest);
            } catch (RuntimeException e) {
                stop = e;
            }
        }
    }

    @Override
    public void close() {
        beats.shutdown();
    }
}
