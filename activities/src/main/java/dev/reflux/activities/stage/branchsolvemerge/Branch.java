package dev.reflux.activities.stage.branchsolvemerge;

/**
 * A part of the work, or a criterion of a judgement.
 *
 * @param task what is to be done, or what a good answer does
 */
record Branch(String title, String task) {

    String shown() {
        return title + ": " + task;
    }
}
