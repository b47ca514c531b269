package dev.reflux.workflows.round;

import dev.reflux.workflows.Tally;

/** What one stage made of one shard. The samples lie in the workspace under names derived from the request. */
public record StageReport(int stage, int shard, Tally tally) {}
