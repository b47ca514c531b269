package dev.reflux.worker.progress;

/** Shows a campaign while it is at work. */
public interface ProgressView {
    /** Shows how it stands now. Called often; a view decides itself how often it speaks. */
    void show(ProgressFrame frame);

    /** Says something once, apart from the figures. */
    void say(String line);

    /** Leaves the screen as it is; what is written next begins on a line of its own. */
    void finish();
}
