package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;

/** One way of reading a label and its confidence from what a chat model answered about one text. */
interface OpinionReader {

    /** @param answers one for each draw, in their order */
    Opinion read(List<Answer> answers);
}
