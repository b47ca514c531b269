package dev.reflux.worker.campaign;

/** Temporal answers, but no worker does: a campaign cannot say how it stands, or take an order. */
public final class NoWorkerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoWorkerException(String campaign, Throwable cause) {
        super(
                "campaign " + campaign
                        + " needs a worker to answer, and none did in time; start one with ./reflux worker, "
                        + "or ./reflux run its file",
                cause);
    }
}
