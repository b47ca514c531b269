package dev.reflux.activities.stage.pseudolabel;

/** A seed as the teacher is shown it. */
record Example(String id, String text, String label) {}
