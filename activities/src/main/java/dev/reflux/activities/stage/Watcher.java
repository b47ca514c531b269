package dev.reflux.activities.stage;

/** Is told how far the work is; throws if it is no longer wanted. */
@FunctionalInterface
public interface Watcher {

    void progress(int done, int total);
}
