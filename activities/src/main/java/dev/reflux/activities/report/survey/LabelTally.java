package dev.reflux.activities.report.survey;

/** How often a label was accepted, and how often rightly where gold knows. */
public final class LabelTally {
    private long accepted;
    private long measured;
    private long correct;

    void add(String label, String truth) {
        accepted++;
        if (truth != null) {
            measured++;
            correct += truth.equals(label) ? 1 : 0;
        }
    }

    public long accepted() {
        return accepted;
    }

    /** Share of its accepted samples that gold confirms; null where none has gold. */
    public Double precision() {
        return measured == 0 ? null : Double.valueOf((double) correct / measured);
    }
}
