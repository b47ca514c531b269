/**
 * The command line: what a user may write, what it prints, what the process exits with.
 *
 * <p>It must never show a stack trace unless asked, and never a secret.
 */
package dev.reflux.worker.command;
