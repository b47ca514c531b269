package dev.reflux.activities.stage.filter;

import dev.reflux.activities.language.TextLanguage;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.filter.PersonalSettings.Treatment;
import dev.reflux.activities.stage.filter.personal.PersonalData;
import dev.reflux.activities.stage.filter.rules.Bounds;
import dev.reflux.activities.stage.filter.rules.MeasuredText;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.activities.stage.filter.tokens.TokenCounter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Why a text or an answer does not pass: the reason of the first rule that it breaks. */
final class Screen {

    private static final String PERSONAL = "personal-";

    private final Map<Rule, Bounds> bounds;
    private final FilterSettings settings;
    private final List<WordList> wordLists;
    private final TokenCounter tokens;

    /** @param tokens null where no rule counts them */
    Screen(FilterSettings settings, List<WordList> wordLists, TokenCounter tokens) {
        this.bounds = settings.bounds();
        this.settings = settings;
        this.wordLists = wordLists;
        this.tokens = tokens;
    }

    /** Of a sample's text, with what it stands among. */
    Optional<String> brokenByText(Sample sample) {
        return measured(new MeasuredText(sample.text(), null, tokens), false)
                .or(() -> language(sample.text()))
                .or(() -> forbidden(SampleTexts.asked(sample)));
    }

    Optional<String> brokenBy(Answer answer, Sample sample) {
        return measured(new MeasuredText(answer.text(), sample.task().system(), tokens), true)
                .or(() -> language(answer.text()))
                .or(() -> forbiddenIn(answer));
    }

    /** What not even an answer may hold that is there as a bad example. */
    Optional<String> forbiddenIn(Answer answer) {
        return forbidden(SampleTexts.said(answer));
    }

    private Optional<String> measured(MeasuredText text, boolean isAnswer) {
        return bounds.entrySet().stream()
                .filter(entry -> isAnswer || !entry.getKey().isForAnswers())
                .flatMap(entry -> entry.getKey().broken(text, entry.getValue()).stream())
                .findFirst();
    }

    private Optional<String> language(String text) {
        if (settings.languages().isEmpty()) {
            return Optional.empty();
        }
        return TextLanguage.of(text)
                .filter(language -> !settings.languages().contains(language))
                .map(other -> Reasons.WRONG_LANGUAGE);
    }

    private Optional<String> forbidden(List<String> texts) {
        Stream<String> listed = wordLists.stream()
                .filter(list -> texts.stream().anyMatch(list::isBrokenBy))
                .map(WordList::reason);
        Stream<String> personal = Stream.of(PersonalData.values())
                .filter(kind -> settings.treatment().of(kind) == Treatment.REJECT)
                .filter(kind -> texts.stream().anyMatch(kind::isIn))
                .map(kind -> PERSONAL + kind.word());
        return Stream.concat(listed, personal).findFirst();
    }
}
