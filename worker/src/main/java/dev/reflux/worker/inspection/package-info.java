/**
 * One sample's whole story: where it came from, what was made of it, where it lies.
 *
 * <p>It must never write anything, and never hold more than one shard and what it tells of.
 */
package dev.reflux.worker.inspection;
