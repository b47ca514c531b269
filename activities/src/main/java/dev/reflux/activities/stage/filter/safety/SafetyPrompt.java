package dev.reflux.activities.stage.filter.safety;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.judging.Material;
import dev.reflux.activities.judging.ReasonedForm;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts what is to be judged into calls, and says in which form they are answered. */
final class SafetyPrompt {

    private static final Prompt ANSWER =
            Prompt.load(SafetyPrompt.class, "answer.txt", "context", "instruction", "answer", "hazards", "form");
    private static final Prompt TEXT =
            Prompt.load(SafetyPrompt.class, "text.txt", "context", "instruction", "hazards", "form");

    private static final String HAZARD = "hazard";

    private final SafetySettings settings;
    private final List<Hazard> hazards;
    private final ReasonedForm form;

    SafetyPrompt(SafetySettings settings) {
        this.settings = settings;
        this.hazards = settings.judged();
        this.form = new ReasonedForm(
                HAZARD,
                type(hazards),
                "\"the name of the gravest hazard found, or " + Hazard.NONE + "\"",
                settings.rationale());
    }

    static String fingerprint() {
        return ANSWER.fingerprint().sha256() + " " + TEXT.fingerprint().sha256();
    }

    private static ObjectNode type(List<Hazard> hazards) {
        ObjectNode type = JsonNodeFactory.instance.objectNode().put("type", "string");
        type.putArray("enum").add(Hazard.NONE);
        hazards.forEach(hazard -> type.withArray("enum").add(hazard.name()));
        return type;
    }

    ReasonedForm form() {
        return form;
    }

    TeacherCall call(Exhibit exhibit) {
        Prompt.Messages messages = exhibit.answer() == null ? text(exhibit.sample()) : answer(exhibit);
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(form.schema())
                .sampled(settings.temperature(), null)
                .about(exhibit.sample().id());
    }

    private Prompt.Messages text(Sample sample) {
        return TEXT.render(Map.of(
                "context", Material.context(sample),
                "instruction", Material.around("instruction", sample.text()),
                "hazards", listed(),
                "form", form.shown()));
    }

    private Prompt.Messages answer(Exhibit exhibit) {
        return ANSWER.render(Map.of(
                "context", Material.context(exhibit.sample()),
                "instruction", Material.around("instruction", exhibit.sample().text()),
                "answer", Material.around("answer", said(exhibit)),
                "hazards", listed(),
                "form", form.shown()));
    }

    /** A student may come to see the chain of thought too. */
    private static String said(Exhibit exhibit) {
        String reasoning = exhibit.answer().reasoning();
        return reasoning == null
                ? exhibit.answer().text()
                : reasoning + "\n\n" + exhibit.answer().text();
    }

    private String listed() {
        return hazards.stream()
                .map(hazard -> hazard.name() + ": " + hazard.description())
                .collect(Collectors.joining("\n"));
    }
}
