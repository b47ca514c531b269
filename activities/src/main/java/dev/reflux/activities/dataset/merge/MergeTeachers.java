package dev.reflux.activities.dataset.merge;

import dev.reflux.activities.teacher.TeacherDesk;

/** The campaign's teachers as a step of its merge may ask them: they are paid in the merge's name. */
public interface MergeTeachers {

    /** Where nobody can be asked. */
    MergeTeachers NONE = new MergeTeachers() {
        @Override
        public TeacherDesk teacher(String name) {
            throw new IllegalStateException("A merge without teachers must ask nobody, got a step that asks "
                    + (name == null ? "the main one" : name));
        }

        @Override
        public boolean isRehearsal() {
            return false;
        }

        @Override
        public void progress(int done, int total) {}
    };

    /**
     * A desk at one of the campaign's teachers.
     *
     * @param name as the campaign names it below {@code teachers}; null for the main one
     */
    TeacherDesk teacher(String name);

    /** True if a teacher makes its answers up. */
    boolean isRehearsal();

    /** Tells the operator how many of the questions known so far are settled; throws if the work is no longer wanted. */
    void progress(int done, int total);
}
