package dev.reflux.activities.stage.preference;

import dev.reflux.activities.shard.Answer;

/**
 * An answer with what it is worth beside the others.
 *
 * @param value higher is better
 */
record Rated(Answer answer, double value) {

    Rated {
        answer = answer.marked(null);
    }
}
