/**
 * Documents as passages, and whether a quotation stands in one. It must never change a passage's words.
 */
package dev.reflux.activities.stage.generate.documents;
