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
 * @param sample the whole of it where Reflux itself wrote it; null for any other record
 */
record InputRecord(int line, String text, String label, Task task, List<Answer> answers, Sample sample) {

    /** A record that is no sample yet. */
    InputRecord(int line, String text, String label, Task task, List<Answer> answers) {
        this(line, text, label, task, answers, null);
    }

    /** A sample as Reflux wrote it. */
    static InputRecord of(int line, Sample sample) {
        return new InputRecord(line, sample.text(), sample.label(), sample.task(), sample.answers(), sample);
    }
}
