package dev.reflux.activities.stage.generate;

import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.generate.grid.AttributeGrid;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Fills each empty sample with an instruction for its own draw from the grid, whose values it keeps among its checks. */
final class GridInstructions {

    /** Sets drawn values apart from what verifiers read. */
    private static final String VALUE = "grid.";

    private final StageContext context;
    private final GenerateSettings settings;

    GridInstructions(StageContext context, GenerateSettings settings) {
        this.context = context;
        this.settings = settings;
    }

    List<Sample> fill(List<Sample> slots) {
        List<Map<String, String>> drawn = new ArrayList<>();
        List<TeacherCall> calls = new ArrayList<>();
        for (Sample slot : slots) {
            DrawPlace place = DrawPlace.of(slot, context);
            Map<String, String> values = AttributeGrid.draw(settings.by().attributes(), place.random());
            drawn.add(values);
            calls.add(GridPrompt.call(AttributeGrid.fill(settings.by().prompt(), values), settings)
                    .draw(place.sampleIndex())
                    .about(slot.id()));
        }
        List<Reading<String>> readings = new Questions(
                        context.teacher(settings.teacher()),
                        settings.draws(),
                        done -> context.progress(done, calls.size()))
                .ask(calls, answer -> Replies.json(answer)
                        .then(object -> Replies.text(object, GridPrompt.FIELD))
                        .then(text -> Replies.in(settings.language(), text)));
        Admission admission = new Admission(settings, TaskPool.of(context).all());
        List<Sample> filled = new ArrayList<>();
        for (int at = 0; at < slots.size(); at++) {
            filled.add(admission.filled(slots.get(at), readings.get(at)).under(holding(drawn.get(at))));
        }
        return filled;
    }

    private static Task holding(Map<String, String> values) {
        Map<String, String> checks = new TreeMap<>();
        values.forEach((name, value) -> checks.put(VALUE + name, value));
        return new Task(null, List.of(), null, null, null, checks);
    }
}
