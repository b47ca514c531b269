/**
 * Teachers: how a model is asked, within limits, through the ledger, with its failures mapped to whose move it is.
 *
 * <p>{@link dev.reflux.activities.teacher.TeacherDesk} is the only door to a teacher; no stage may call a model beside it.
 */
package dev.reflux.activities.teacher;
