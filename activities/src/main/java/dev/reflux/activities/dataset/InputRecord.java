package dev.reflux.activities.dataset;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import java.util.List;

/**
 * One record of an input file.
 *
 * @param line where it starts, from 1
 * @param label null where it has none
 * @param task what surrounds the text
 * @param answers candidate answers that came with it
 * @param whole the sample that Reflux wrote in this place; null where the record is anything else
 */
record InputRecord(int line, String text, String label, Task task, List<Answer> answers, Sample whole) {

    /** One that is to become a sample. */
    InputRecord(int line, String text, String label, Task task, List<Answer> answers) {
        this(line, text, label, task, answers, null);
    }

    static InputRecord of(int line, Sample whole) {
        return new InputRecord(line, whole.text(), whole.label(), whole.task(), whole.answers(), whole);
    }
}
