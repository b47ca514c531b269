package dev.reflux.config;

/** Kind of work a worker takes; each has a task queue of its own. */
public enum WorkerRole {
    /** Waits on models. */
    TEACHER,
    /** Uses this machine's processors: embeddings, merging, training. */
    COMPUTE,
    /** Runs code that nobody trusts, in a sandbox. */
    SANDBOX
}
