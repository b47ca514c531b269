package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Task;
import java.util.List;

/**
 * One record of an input file.
 *
 * @param line where it starts, from 1
 * @param label null where it has none
 * @param task what surrounds the text
 * @param answers candidate answers that came with it
 */
record InputRecord(int line, String text, String label, Task task, List<Answer> answers) {}
