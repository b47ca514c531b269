package dev.reflux.worker.orchestrator;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.time.Duration;
import java.util.function.Supplier;

/** Waits until a Temporal answers, and says in words why it does not. */
final class Readiness {
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(150);

    private final Duration deadline;
    private final Supplier<String> givenUp;

    /** @param givenUp a reason to stop waiting before the deadline, or null while there is none */
    Readiness(Duration deadline, Supplier<String> givenUp) {
        this.deadline = deadline;
        this.givenUp = givenUp;
    }

    /**
     * Tries until it works or makes no sense any more.
     *
     * @param where what is waited for, for the message
     * @throws OrchestratorUnreachableException with the last answer
     */
    void await(String where, Runnable attempt) {
        long end = System.nanoTime() + deadline.toNanos();
        while (true) {
            try {
                attempt.run();
                return;
            } catch (StatusRuntimeException answer) {
                if (isFinal(answer) || System.nanoTime() > end) {
                    throw new OrchestratorUnreachableException(explain(where, answer), answer);
                }
            }
            String reason = givenUp.get();
            if (reason != null) {
                throw new OrchestratorUnreachableException(reason);
            }
            pause();
        }
    }

    private static boolean isFinal(StatusRuntimeException answer) {
        Status.Code code = answer.getStatus().getCode();
        return code == Status.Code.PERMISSION_DENIED
                || code == Status.Code.UNAUTHENTICATED
                || code == Status.Code.INVALID_ARGUMENT
                || code == Status.Code.NOT_FOUND;
    }

    private String explain(String where, StatusRuntimeException answer) {
        Status status = answer.getStatus();
        return switch (status.getCode()) {
            case PERMISSION_DENIED, UNAUTHENTICATED ->
                where + " does not let us in (" + status.getDescription()
                        + "); check TEMPORAL_API_KEY or the certificates of the Temporal profile";
            case NOT_FOUND ->
                where + " does not know this namespace (" + status.getDescription()
                        + "); create it or set TEMPORAL_NAMESPACE";
            default ->
                where + " must answer within " + deadline.toSeconds() + " s, got " + status.getCode()
                        + "; check that a server runs there, or leave --temporal out to use a local one";
        };
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_ATTEMPTS.toMillis());
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new OrchestratorUnreachableException("interrupted while waiting for Temporal", interruption);
        }
    }
}
