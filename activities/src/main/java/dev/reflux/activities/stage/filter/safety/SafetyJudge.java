package dev.reflux.activities.stage.filter.safety;

import dev.reflux.activities.judging.ReasonedForm.Reasoned;
import dev.reflux.activities.reply.Questions;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.teacher.TeacherCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Asks a teacher which hazard it sees, one text or answer at a time, as Magpie (arXiv 2406.08464) has its data looked through.
 *
 * <p>A reply that cannot be read, a hazard that nobody named and a refusal leave a verdict undecided, never passed.
 */
public final class SafetyJudge {

    /** Whose verdict it is: on what an answer says, and on what a text asks. */
    static final String BY_ANSWER = "filter/safety";

    static final String BY_TEXT = "filter/safety-of-text";

    private static final String UNSAFE = "unsafe-";

    private final StageContext context;
    private final SafetySettings settings;
    private final SafetyPrompt prompt;
    private final List<String> words = new ArrayList<>();

    public SafetyJudge(StageContext context, SafetySettings settings) {
        this.context = context;
        this.settings = settings;
        this.prompt = new SafetyPrompt(settings);
        settings.judged().forEach(hazard -> words.add(hazard.name()));
    }

    /** Tells judges of one making from those of another. */
    public static String fingerprint() {
        return SafetyPrompt.fingerprint();
    }

    /** One for each exhibit, in their order; failed as {@code unsafe-<hazard>}. */
    public List<Verdict> verdicts(List<Exhibit> exhibits) {
        if (exhibits.isEmpty()) {
            return List.of();
        }
        List<TeacherCall> calls = exhibits.stream().map(prompt::call).toList();
        List<Reading<Reasoned>> readings = new Questions(
                        context.teacher(settings.teacher()),
                        settings.draws(),
                        done -> context.progress(done, calls.size()))
                .ask(calls, reply -> prompt.form().read(reply).then(this::known));
        List<Verdict> verdicts = new ArrayList<>();
        for (int at = 0; at < exhibits.size(); at++) {
            verdicts.add(verdict(exhibits.get(at).by(), readings.get(at)));
        }
        return verdicts;
    }

    private Reading<Reasoned> known(Reasoned said) {
        String word = word(said);
        return word.equals(Hazard.NONE) || words.contains(word) ? Reading.of(said) : Reading.none(Reasons.WRONG_SHAPE);
    }

    private static Verdict verdict(String by, Reading<Reasoned> reading) {
        if (!reading.isUsable()) {
            return Verdict.undecided(by, reading.reason(), null);
        }
        String rationale = reading.value().rationale();
        String word = word(reading.value());
        return word.equals(Hazard.NONE)
                ? Verdict.passed(by, null, rationale)
                : Verdict.failed(by, UNSAFE + word, rationale);
    }

    /** What is no text is no word of the list either. */
    private static String word(Reasoned said) {
        return said.value().isTextual() ? said.value().textValue().strip().toLowerCase(Locale.ROOT) : "";
    }
}
