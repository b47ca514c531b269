package dev.reflux.worker.command;

/** What the process exits with; part of the interface, documented in docs/commands.md. */
public enum ExitCode {
    /** Done; for {@code run}: the campaign is finished. */
    DONE(0),
    /** Something unexpected: a fault of Reflux or of the machine. */
    UNEXPECTED(1),
    /** The command line is wrong. */
    USAGE(2),
    /** The campaign file or another file is wrong, or another campaign of that name exists. Nothing was spent. */
    INVALID_CAMPAIGN(3),
    /** The campaign failed, and its author must change something: a wrong key, an unknown model, a wrong URL. */
    CAMPAIGN_FAILED(4),
    /** An operator must mend something: the budget is spent, the disk is full, a file is damaged. */
    HOLDS(5),
    /** Temporal, or a worker, does not answer. */
    UNREACHABLE(6),
    /** Stopped by Ctrl-C before the campaign was finished; the same command goes on. */
    DETACHED(7),
    /** There is no such campaign or sample, or it is not in a state for this command. */
    REFUSED(8);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
