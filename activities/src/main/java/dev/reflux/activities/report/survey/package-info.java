/**
 * What a report says of a round's samples, counted in one pass over its shards.
 *
 * <p>It must never hold more samples than one shard and a few examples.
 */
package dev.reflux.activities.report.survey;
