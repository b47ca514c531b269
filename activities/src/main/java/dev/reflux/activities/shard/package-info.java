/**
 * Samples and the files they lie in: the workspace, shard files, their verification.
 *
 * <p>It must never leave a half-written file under a final name, and never hand out samples that fail their checksum.
 */
package dev.reflux.activities.shard;
