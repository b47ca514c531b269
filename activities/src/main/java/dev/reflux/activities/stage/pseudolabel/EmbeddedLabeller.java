package dev.reflux.activities.stage.pseudolabel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import java.util.List;

/** Asks the embedded teacher, which answers with the distribution it computed: {@code {"candidates":[{label,confidence}]}}. */
final class EmbeddedLabeller implements Labeller {

    private static final JsonMapper JSON = new JsonMapper();

    private final int maxOutputTokens;

    EmbeddedLabeller(int maxOutputTokens) {
        this.maxOutputTokens = maxOutputTokens;
    }

    /** The embedded teacher's answer. */
    private record Distribution(List<Candidate> candidates) {}

    @Override
    public List<TeacherCall> calls(String text, List<Example> examples) {
        return List.of(new TeacherCall(null, text, null, 0, maxOutputTokens, false, 0));
    }

    @Override
    public Opinion read(List<Answer> answers) {
        Answer answer = answers.get(0);
        if (answer.reply() == null) {
            return Opinion.none(answer.refusal());
        }
        List<Candidate> candidates = parse(answer.reply().text()).candidates();
        return Opinion.of(candidates.get(0).label(), candidates.get(0).confidence(), candidates);
    }

    @Override
    public String promptFingerprint() {
        return null;
    }

    private static Distribution parse(String text) {
        try {
            return JSON.readValue(text, Distribution.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The embedded teacher must answer with candidates, got " + text, e);
        }
    }
}
