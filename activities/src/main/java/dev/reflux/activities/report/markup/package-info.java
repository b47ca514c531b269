/**
 * HTML and SVG as trees, and figures as people read them.
 *
 * <p>It must never let a text into a page unescaped, and never write what a browser would fetch or run.
 */
package dev.reflux.activities.report.markup;
