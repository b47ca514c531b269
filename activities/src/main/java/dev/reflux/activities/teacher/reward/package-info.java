/**
 * Reward models over HTTP: servers that give a conversation's last answer a number.
 *
 * <p>It must never take anything but a number for a score, nor be asked beside the {@link
 * dev.reflux.activities.teacher.TeacherDesk}.
 */
package dev.reflux.activities.teacher.reward;
