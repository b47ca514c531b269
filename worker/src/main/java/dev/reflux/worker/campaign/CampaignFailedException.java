package dev.reflux.worker.campaign;

import dev.reflux.workflows.FailureTypes;
import dev.reflux.workflows.Problem;

/** A campaign came to an end that is not its own: it failed, was cancelled or terminated. */
public final class CampaignFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usersMove;

    CampaignFailedException(Problem problem, Throwable cause) {
        super(problem.message(), cause);
        this.usersMove = FailureTypes.USER.equals(problem.type());
    }

    /** True if the campaign, its inputs or the teacher's settings must be changed. */
    public boolean isUsersMove() {
        return usersMove;
    }
}
