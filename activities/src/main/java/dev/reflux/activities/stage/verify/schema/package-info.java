/**
 * The check {@code schema}: the JSON of an answer keeps to a JSON Schema.
 *
 * <p>It must never mend an answer's JSON, nor fetch a schema from anywhere.
 */
package dev.reflux.activities.stage.verify.schema;
