package dev.reflux.activities.stage.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.PersonalSettings.Treatment;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilterStageTest {

    private static final FilterSettings DEFAULT = Filtered.settings(Preset.POST_TRAINING, Of.BOTH);
    private static final String REFUSES = "I'm sorry, but I can't help with that.";
    private static final String OPEN_FENCE = "Here:\n```\nx = 1";

    @Test
    void leavesAcceptedAndRejectedSamplesInTheCampaign(@TempDir Path workspace) {
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI);
        campaign.open(
                FilterStage.NAME,
                DEFAULT,
                List.of(),
                List.of(
                        StageCampaign.sample("good", "What is a noun?", null),
                        StageCampaign.sample("empty", " \n", null)));

        campaign.run(FilterStage.NAME, DEFAULT, 1);

        assertThat(campaign.accepted(FilterStage.NAME)).extracting(Sample::id).containsExactly("good");
        assertThat(campaign.rejected(FilterStage.NAME))
                .extracting(Sample::reason)
                .containsExactly("too-few-characters");
        assertThat(campaign.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hi",
                "42",
                "2 + 2 = ?",
                "Translate to French: cat",
                "- milk\n- eggs\n- bread",
                "| a | b |\n|---|---|\n| 1 | 2 |",
                "public static void main(String[] args) { System.out.println(\"{}\"); }",
                "SELECT * FROM USERS WHERE ID IN (1, 2, 3);",
                "把这句话翻译成英文",
                "これは何ですか？",
                "สวัสดีครับ คุณเป็นอย่างไรบ้าง",
                "اكتب قصيدة قصيرة عن البحر",
                "👍",
                "\\frac{1}{2} + x^2",
                "https://example.com/a?b=c"
            })
    void shortTextsListsTablesAndCodeSurviveInEveryScript(String text) {
        Sample decided = Filtered.of(Filtered.asked(text, text), DEFAULT);

        assertThat(decided.reason()).isNull();
        assertThat(decided.answers()).hasSize(1);
    }

    @Test
    void aTextThatRepeatsItselfDoesNotSurvive() {
        assertThat(Filtered.of(Filtered.asked("Go on.", "I think so. ".repeat(60)), DEFAULT)
                        .reason())
                .isEqualTo("repeated-2-gram");
        assertThat(Filtered.of(Filtered.asked("Go on.", "哈".repeat(500)), DEFAULT)
                        .reason())
                .isEqualTo("repeated-2-gram");
        assertThat(Filtered.of(Filtered.asked("Go on.", "!?#%&".repeat(100)), DEFAULT)
                        .reason())
                .isEqualTo("too-many-symbols");
        assertThat(Filtered.of(Filtered.asked("Go on.", "x".repeat(1001)), DEFAULT)
                        .reason())
                .isEqualTo("word-too-long");
    }

    @Test
    void aLongChineseTextIsNotTooShortForGopher() {
        FilterSettings words = Filtered.only(new RuleSettings(Rule.WORDS, 50.0, null, null));

        assertThat(Filtered.of(Filtered.asked("机器学习是人工智能的一个分支，".repeat(8)), words)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void theFirstRuleBrokenGivesTheReason() {
        String both = REFUSES + "\n```";

        assertThat(Filtered.of(Filtered.asked("Q?", both), DEFAULT).reason()).isEqualTo("refused");
        assertThat(Filtered.of(Filtered.asked("Q?", both), Filtered.off(Rule.REFUSAL))
                        .reason())
                .isEqualTo("unclosed-fence");
        assertThat(Filtered.of(Filtered.asked("Q?", both), Filtered.off(Rule.CODE_FENCES, Rule.REFUSAL))
                        .reason())
                .isNull();
    }

    @Test
    void anAnswerThatFailsIsDroppedAndTheOthersStay() {
        Sample decided = Filtered.of(Filtered.asked("Q?", REFUSES, "It is blue.", OPEN_FENCE), DEFAULT);

        assertThat(decided.isAccepted()).isTrue();
        assertThat(decided.answers()).extracting(Answer::text).containsExactly("It is blue.");
        assertThat(decided.provenance().operations())
                .containsExactly("filter/drop-refused", "filter/drop-unclosed-fence");
    }

    @Test
    void aSampleWithoutAGoodAnswerIsRejectedForTheFirstOnesReason() {
        Sample decided = Filtered.of(Filtered.asked("Q?", OPEN_FENCE, REFUSES), DEFAULT);

        assertThat(decided.reason()).isEqualTo("unclosed-fence");
        assertThat(decided.answers()).hasSize(2);
    }

    @Test
    void measuresWhatItIsToldTo() {
        Sample sample = Filtered.asked(" ", REFUSES);

        assertThat(Filtered.of(sample, Filtered.settings(Preset.POST_TRAINING, Of.TEXT))
                        .reason())
                .isEqualTo("too-few-characters");
        assertThat(Filtered.of(sample, Filtered.settings(Preset.POST_TRAINING, Of.ANSWERS))
                        .reason())
                .isEqualTo("refused");
        assertThat(Filtered.of(Filtered.asked("Q?"), Filtered.settings(Preset.POST_TRAINING, Of.ANSWERS))
                        .reason())
                .isEqualTo("no-answer");
        assertThat(Filtered.of(Filtered.asked("Q?"), DEFAULT).isAccepted()).isTrue();
    }

    @Test
    void anInstructionMayQuoteARefusal() {
        assertThat(Filtered.of(Filtered.asked(REFUSES + " Why do models say so?"), DEFAULT)
                        .isAccepted())
                .isTrue();
    }

    @Test
    void aBadExampleStaysInItsPair() {
        Sample pair = StageCampaign.sample("p", "Q?", null)
                .answered(List.of(
                        Answer.of("Blue.", null, null, null).marked(Mark.CHOSEN),
                        Answer.of(REFUSES, null, null, null).marked(Mark.REJECTED)));
        Sample swapped = pair.answered(List.of(
                pair.answers().get(1).marked(Mark.CHOSEN), pair.answers().get(0).marked(Mark.REJECTED)));

        assertThat(Filtered.of(pair, DEFAULT)).isEqualTo(pair);
        assertThat(Filtered.of(swapped, DEFAULT).reason()).isEqualTo("refused");
        assertThat(Filtered.of(swapped, DEFAULT).answers()).hasSize(2);
    }

    @Test
    void masksPersonalDataWhereverAStudentMaySeeIt() {
        Task task = Task.NONE
                .withSystem("Mail a@b.example")
                .withHistory(List.of(Message.user("I am c@d.example"), Message.assistant("Hello c@d.example")))
                .withPassage("From e@f.example")
                .withReference("g@h.example");
        Sample sample = Filtered.asked("Who is i@j.example?")
                .under(task)
                .answered(List.of(Answer.of("k@l.example", "m@n.example, 93.184.216.34", null, null)));

        Sample masked = Filtered.of(sample, DEFAULT);

        assertThat(masked.id()).isEqualTo(sample.id());
        assertThat(masked.text()).isEqualTo("Who is [EMAIL]?");
        assertThat(masked.task().system()).isEqualTo("Mail [EMAIL]");
        assertThat(masked.task().history())
                .extracting(Message::content)
                .containsExactly("I am [EMAIL]", "Hello [EMAIL]");
        assertThat(masked.task().passage()).isEqualTo("From [EMAIL]");
        assertThat(masked.task().reference()).isEqualTo("g@h.example");
        assertThat(masked.answers().get(0).text()).isEqualTo("[EMAIL]");
        assertThat(masked.answers().get(0).reasoning()).isEqualTo("[EMAIL], [IP_ADDRESS]");
        assertThat(masked.provenance().operations()).containsExactly("filter/mask-email", "filter/mask-ip-address");
        assertThat(Filtered.of(masked, DEFAULT)).isEqualTo(masked);
    }

    @Test
    void personalDataMayBeRejectedOrKept() {
        PersonalSettings personal = new PersonalSettings(
                Treatment.REJECT, Treatment.REJECT, Treatment.REJECT, Treatment.REJECT, Treatment.KEEP, Treatment.KEEP);
        FilterSettings settings = Filtered.personal(personal);

        assertThat(Filtered.of(Filtered.asked("a@b.example"), settings).reason())
                .isEqualTo("personal-email");
        assertThat(Filtered.of(Filtered.asked("4111111111111111 a@b.example"), settings)
                        .reason())
                .isEqualTo("personal-credit-card");
        assertThat(Filtered.of(Filtered.asked("+49 30 12345678"), settings).text())
                .isEqualTo("+49 30 12345678");
        assertThat(Filtered.of(Filtered.asked("Q?", "a@b.example", "fine"), settings)
                        .answers())
                .hasSize(1);
        assertThat(Filtered.of(Filtered.asked("a@b.example"), Filtered.settings(Preset.GOPHER, Of.TEXT))
                        .reason())
                .isEqualTo("too-few-words");
    }

    @Test
    void aLanguageThatIsNotWantedIsRejectedIfItIsCertain() {
        FilterSettings german = new FilterSettings(
                Preset.NONE, Of.BOTH, List.of(), List.of(), List.of("de"), null, List.of(), "o200k-base");

        assertThat(Filtered.of(Filtered.asked("The committee has not yet come to any decision about it."), german)
                        .reason())
                .isEqualTo("wrong-language");
        assertThat(Filtered.of(Filtered.asked("Der Ausschuss hat darüber noch keine Entscheidung getroffen."), german)
                        .isAccepted())
                .isTrue();
        assertThat(Filtered.of(Filtered.asked("x = 42"), german).isAccepted()).isTrue();
    }

    @Test
    void listedWordsAreFoundWholeInAnyCaseAndScript() {
        WordListSettings settings = new WordListSettings("words.txt", "text", "profanity", 0);
        WordList list = new WordList(settings, List.of("darn", "son of a gun", "笨蛋", "ДУРАК"));

        assertThat(list.isBrokenBy("Oh DARN!")).isTrue();
        assertThat(list.isBrokenBy("You son of\na gun")).isTrue();
        assertThat(list.isBrokenBy("你是笨蛋吗")).isTrue();
        assertThat(list.isBrokenBy("сам дурак")).isTrue();
        assertThat(list.isBrokenBy("He darned his socks, son of a gunner")).isFalse();
        assertThat(new WordList(new WordListSettings("w", "text", "profanity", 1), List.of("darn"))
                        .isBrokenBy("darn, once"))
                .isFalse();
    }

    @Test
    void aRuleThatIsSetTakesTheRestFromItsPreset() {
        FilterSettings settings = new FilterSettings(
                Preset.GOPHER,
                Of.BOTH,
                List.of(
                        new RuleSettings(Rule.WORDS, 5.0, null, null),
                        new RuleSettings(Rule.REFUSAL, null, null, null)),
                List.of(Rule.STOP_WORDS),
                List.of(),
                null,
                List.of(),
                "o200k-base");

        assertThat(settings.bounds().get(Rule.WORDS).least()).isEqualTo(5);
        assertThat(settings.bounds().get(Rule.WORDS).most()).isEqualTo(100_000);
        assertThat(settings.bounds().get(Rule.REFUSAL).most()).isZero();
        assertThat(settings.bounds()).doesNotContainKey(Rule.STOP_WORDS);
    }

    @Test
    void aRuleWithoutBoundsIsRefused() {
        assertThatThrownBy(() -> Filtered.only(new RuleSettings(Rule.TOKENS, null, null, null)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("tokens");
        assertThatThrownBy(() -> new RuleSettings(Rule.WORDS, 5.0, 4.0, null))
                .isInstanceOf(InvalidSettingException.class);
    }
}
