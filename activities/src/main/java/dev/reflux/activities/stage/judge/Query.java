package dev.reflux.activities.stage.judge;

import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;

/**
 * A question that every judge is asked.
 *
 * @param form in which the reply is read
 * @param subjects for each opinion in the reply the places it holds for
 */
record Query(TeacherCall call, ReplyForm form, List<List<Place>> subjects) {

    /** About one aspect of one answer. */
    static Query about(Place place, TeacherCall call, ReplyForm form) {
        return new Query(call, form, List.of(List.of(place)));
    }
}
