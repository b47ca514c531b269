/**
 * The in-process teacher: sentence embeddings under a small classifier trained on the seeds. Needs no key and no network.
 *
 * <p>It must never see a text's truth beyond the seeds, and never reach for a file or a host outside the class path.
 */
package dev.reflux.activities.teacher.embedded;
