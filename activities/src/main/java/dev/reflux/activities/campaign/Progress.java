package dev.reflux.activities.campaign;

/** How far an activity is: what the operator sees of it while it runs. */
public record Progress(int done, int total) {}
