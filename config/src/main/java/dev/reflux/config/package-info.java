/**
 * What a campaign is: plain, validated records that travel as JSON.
 *
 * <p>Code here must never touch files, clocks, networks or Temporal; it may be replayed inside workflows.
 */
package dev.reflux.config;
