package dev.reflux.activities.stage.judge;

/**
 * What an opinion is about: an aspect of an answer.
 *
 * @param sample its place in the shard, from 0
 * @param answer its place in the sample, from 0
 */
record Place(int sample, int answer, String aspect) {}
