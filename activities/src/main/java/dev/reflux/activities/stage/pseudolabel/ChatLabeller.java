package dev.reflux.activities.stage.pseudolabel;

import dev.reflux.activities.stage.pseudolabel.LabelPrompt.Draw;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.TeacherPlan;
import java.util.List;
import java.util.stream.IntStream;

/** Asks a chat model, once or several times; how sure it is, is for an {@link OpinionReader} to find in its answers. */
final class ChatLabeller implements Labeller {

    private final LabelPrompt prompt;
    private final List<Draw> draws;
    private final OpinionReader reader;

    private ChatLabeller(LabelPrompt prompt, List<Draw> draws, OpinionReader reader) {
        this.prompt = prompt;
        this.draws = draws;
        this.reader = reader;
    }

    /** Labels by this method of measuring confidence. */
    static ChatLabeller by(
            ConfidenceMethod method, LabelSet labels, PseudoLabelSettings settings, TeacherPlan teacher) {
        LabelReader words = new LabelReader(labels);
        OpinionReader reader =
                switch (method) {
                    case LOGPROB -> new LogprobReader(words, labels);
                    case VERBAL -> new VerbalReader(words);
                    case VOTE -> new VoteReader(words, labels);
                };
        LabelPrompt prompt = new LabelPrompt(method, settings.instruction(), labels);
        return new ChatLabeller(prompt, draws(method, settings, teacher), reader);
    }

    private static List<Draw> draws(ConfidenceMethod method, PseudoLabelSettings settings, TeacherPlan teacher) {
        int longest = teacher.maxOutputTokens();
        if (method != ConfidenceMethod.VOTE) {
            return List.of(new Draw(teacher.temperature(), longest, method == ConfidenceMethod.LOGPROB, 0));
        }
        return IntStream.range(0, settings.votes())
                .mapToObj(index -> new Draw(settings.voteTemperature(), longest, false, index))
                .toList();
    }

    @Override
    public List<TeacherCall> calls(String text, List<Example> examples) {
        return draws.stream().map(draw -> prompt.call(text, examples, draw)).toList();
    }

    @Override
    public Opinion read(List<Answer> answers) {
        return reader.read(answers);
    }

    @Override
    public String promptFingerprint() {
        return prompt.fingerprint();
    }
}
