/**
 * Charts as inline SVG, coloured by the page's style sheet so that they follow light, dark and print.
 *
 * <p>It must never read a file: what it draws is handed in, already counted.
 */
package dev.reflux.activities.report.chart;
