package dev.reflux.activities.stage.judge;

import dev.reflux.activities.judging.Material;
import dev.reflux.activities.prompt.Prompt;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Puts what is to be judged into calls. */
final class JudgePrompt {

    private static final Prompt ABSOLUTE = Prompt.load(
            JudgePrompt.class,
            "absolute.txt",
            "context",
            "instruction",
            "reference",
            "answer",
            "aspect",
            "question",
            "least",
            "most",
            "levels",
            "form");
    private static final Prompt PAIRWISE = Prompt.load(
            JudgePrompt.class,
            "pairwise.txt",
            "context",
            "instruction",
            "first",
            "second",
            "aspect",
            "question",
            "form");
    private static final Prompt COMPLEXITY =
            Prompt.load(JudgePrompt.class, "complexity.txt", "instructions", "least", "most", "form");
    private static final Prompt QUALITY =
            Prompt.load(JudgePrompt.class, "quality.txt", "context", "instruction", "answers", "least", "most", "form");

    private final JudgeSettings settings;

    JudgePrompt(JudgeSettings settings) {
        this.settings = settings;
    }

    static String fingerprint() {
        return String.join(
                " ",
                Stream.of(ABSOLUTE, PAIRWISE, COMPLEXITY, QUALITY)
                        .map(prompt -> prompt.fingerprint().sha256())
                        .toList());
    }

    /** About one answer alone, or beside the reference where the mode says so. */
    TeacherCall alone(Aspect aspect, Sample sample, String answer, ReplyForm form) {
        boolean isReferred = settings.mode() == JudgeMode.REFERENCE;
        return call(
                        ABSOLUTE.render(Map.of(
                                "context", Material.context(sample),
                                "instruction", Material.around("instruction", sample.text()),
                                "reference",
                                        isReferred
                                                ? Material.around(
                                                        "reference",
                                                        sample.task().reference())
                                                : "",
                                "answer", Material.around("answer", answer),
                                "aspect", aspect.name(),
                                "question", aspect.question(),
                                "least", String.valueOf(aspect.least()),
                                "most", String.valueOf(aspect.most()),
                                "levels", aspect.described(),
                                "form", form.shown())),
                        form)
                .about(sample.id());
    }

    /** About two answers, in the order in which they are given. */
    TeacherCall pair(Aspect aspect, Sample sample, List<String> answers, ReplyForm form) {
        return call(
                        PAIRWISE.render(Map.of(
                                "context", Material.context(sample),
                                "instruction", Material.around("instruction", sample.text()),
                                "first", "First answer:\n" + Material.around("answer", answers.get(0)),
                                "second", "Second answer:\n" + Material.around("answer", answers.get(1)),
                                "aspect", aspect.name(),
                                "question", aspect.question(),
                                "form", form.shown())),
                        form)
                .about(sample.id());
    }

    /** About the instructions of samples, each with what was said before it. */
    TeacherCall complexity(List<Sample> samples, ReplyForm form) {
        List<String> instructions = samples.stream()
                .map(sample ->
                        (Material.context(sample) + "\n" + Material.around("instruction", sample.text())).strip())
                .toList();
        return call(
                COMPLEXITY.render(Map.of(
                        "instructions", Material.numbered(instructions),
                        "least", String.valueOf(form.least()),
                        "most", String.valueOf(form.most()),
                        "form", form.shown())),
                form);
    }

    TeacherCall quality(Sample sample, List<String> answers, ReplyForm form) {
        return call(
                        QUALITY.render(Map.of(
                                "context", Material.context(sample),
                                "instruction", Material.around("instruction", sample.text()),
                                "answers",
                                        Material.numbered(answers.stream()
                                                .map(answer -> Material.around("answer", answer))
                                                .toList()),
                                "least", String.valueOf(form.least()),
                                "most", String.valueOf(form.most()),
                                "form", form.shown())),
                        form)
                .about(sample.id());
    }

    private TeacherCall call(Prompt.Messages messages, ReplyForm form) {
        return TeacherCall.of(messages.system(), messages.user(), settings.maxOutputTokens())
                .by(form.schema())
                .sampled(settings.temperature(), null);
    }
}
