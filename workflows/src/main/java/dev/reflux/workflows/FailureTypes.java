package dev.reflux.workflows;

/** Types of the application failures that activities raise; the type says whose move it is. */
public final class FailureTypes {

    /** The campaign or its inputs are wrong, or the teacher refuses the key or the model: it fails at once. */
    public static final String USER = "reflux.user";

    /** A full disk, a broken shard, a locked ledger: the campaign holds until an operator resumes it. */
    public static final String OPERATOR = "reflux.operator";

    /** The budget is spent: the campaign holds until it is raised. */
    public static final String BUDGET = "reflux.budget";

    /** The teacher is busy or out of reach: Temporal tries again after the delay that the failure names. */
    public static final String TEACHER_BUSY = "reflux.teacher-busy";

    private FailureTypes() {}
}
