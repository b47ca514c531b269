/**
 * The files a campaign hands over: the finished dataset in the layouts that trainers read.
 *
 * <p>It must never change, drop or reorder a sample, and never leave a half-written file under a final name.
 */
package dev.reflux.activities.export;
