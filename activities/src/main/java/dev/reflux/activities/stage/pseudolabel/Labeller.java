package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;

/** One way of asking a teacher for a label and of measuring its confidence. */
interface Labeller {

    /** The calls that decide on a text; the same number for every text. */
    List<TeacherCall> calls(String text, List<Example> examples);

    /** What the answers to those calls, in their order, come to. */
    Opinion read(List<Answer> answers);

    /** SHA-256 of the prompt it asks with, or null where it needs none. */
    String promptFingerprint();
}
