/**
 * Co-training: the teacher's view of a sample is checked against the view of the student of the round before.
 *
 * <p>It must never judge the student on seeds by a student that was trained on them.
 */
package dev.reflux.activities.stage.cotrain;
