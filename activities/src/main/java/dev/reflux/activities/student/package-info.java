/**
 * Students: small models trained on seeds and accepted samples, saved, and measured on the holdout.
 *
 * <p>It must never train on a holdout sample.
 */
package dev.reflux.activities.student;
