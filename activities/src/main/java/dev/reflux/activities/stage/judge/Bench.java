package dev.reflux.activities.stage.judge;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;

/** The judges of a campaign: one, or several who are all asked the same. */
final class Bench {

    private final StageContext context;
    private final JudgeSettings settings;

    Bench(StageContext context, JudgeSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    /**
     * What one judge said.
     *
     * @param name null where it is the only one
     * @param readings of its replies, in the order of the queries
     */
    record Hearing(String name, List<Reading<List<Opinion>>> readings) {}

    /** One hearing for each judge, in the order in which the settings name them. */
    List<Hearing> hear(List<Query> queries) {
        if (settings.teachers().size() < 2) {
            String only =
                    settings.teachers().isEmpty() ? null : settings.teachers().get(0);
            return List.of(new Hearing(null, ask(only, queries, 0, 1)));
        }
        List<Hearing> hearings = new ArrayList<>();
        for (String judge : settings.teachers()) {
            hearings.add(new Hearing(
                    judge,
                    ask(judge, queries, hearings.size(), settings.teachers().size())));
        }
        return hearings;
    }

    private List<Reading<List<Opinion>>> ask(String judge, List<Query> queries, int before, int judges) {
        List<TeacherCall> calls = queries.stream().map(Query::call).toList();
        int settled = before * calls.size();
        return new Questions(
                        context.teacher(judge),
                        settings.draws(),
                        done -> context.progress(settled + done, judges * calls.size()))
                .askEach(calls, (reply, call) -> queries.get(call).form().read(reply));
    }
}
