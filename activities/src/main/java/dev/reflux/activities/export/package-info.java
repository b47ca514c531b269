/**
 * The files a campaign hands over: the finished dataset in the layouts that trainers read.
 *
 * <p>It must never change, drop or reorder what a layout can hold, never write a rejected answer as one to be learnt, and never
 * leave a half-written file under a final name.
 */
package dev.reflux.activities.export;
