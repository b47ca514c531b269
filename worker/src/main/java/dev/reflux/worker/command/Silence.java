package dev.reflux.worker.command;

import dev.reflux.worker.progress.ProgressFrame;
import dev.reflux.worker.progress.ProgressView;

/** Shows nothing, for a process that works on unwatched. */
final class Silence implements ProgressView {
    @Override
    public void show(ProgressFrame frame) {}

    @Override
    public void say(String line) {}

    @Override
    public void finish() {}
}
