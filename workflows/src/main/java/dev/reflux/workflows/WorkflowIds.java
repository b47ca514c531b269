package dev.reflux.workflows;

/** Workflow ids say what they are: {@code campaign/<name>} and {@code campaign/<name>/round/<n>}. */
public final class WorkflowIds {

    private WorkflowIds() {}

    public static String campaign(String name) {
        return "campaign/" + name;
    }

    public static String round(String name, int round) {
        return campaign(name) + "/round/" + round;
    }
}
