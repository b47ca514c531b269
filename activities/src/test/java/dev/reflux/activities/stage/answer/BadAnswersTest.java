package dev.reflux.activities.stage.answer;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Provider;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadAnswersTest {

    private static final String STAGE = AnswerStage.NAME;
    private static final String SYSTEM = "You are the patient assistant of a company that sells tea.";

    @TempDir
    Path workspace;

    @Test
    void rejectsTheSameAnswerDrawnAgainAndAgain() {
        StageCampaign campaign = campaign(settings(3, null, 2), call -> Replies.text("Four."));

        assertThat(rejected(campaign, settings(3, null, 2))).isEqualTo(Map.of("same-answer", 1L));
        assertThat(campaign.asked()).as("three draws, two of them again").hasSize(5);
    }

    @Test
    void drawsARepetitionAgain() {
        AnswerSettings settings = settings(2, null, 2);
        StageCampaign campaign =
                campaign(settings, call -> Replies.text(call.sampleIndex() < 2 ? "Four." : "It is four."));

        assertThat(rejected(campaign, settings)).isEmpty();
        assertThat(campaign.accepted(STAGE).get(0).answers())
                .extracting(Answer::text)
                .containsExactly("Four.", "It is four.");
    }

    @Test
    void doesNotPayForAnotherDrawWhereAnswersMayAgree() {
        StageCampaign campaign = campaign(settings(3, null, 1), call -> Replies.text("Four."));

        assertThat(rejected(campaign, settings(3, null, 1))).isEmpty();
        assertThat(campaign.asked()).hasSize(3);
        assertThat(campaign.accepted(STAGE).get(0).answers()).hasSize(1);
    }

    @Test
    void rejectsAnAnswerInAnotherLanguageAfterAskingAgain() {
        AnswerSettings settings = settings(1, "en", 1);
        StageCampaign campaign = campaign(
                settings, call -> Replies.text("Die Antwort ist vier, denn zwei und zwei sind zusammen vier."));

        assertThat(rejected(campaign, settings)).isEqualTo(Map.of("wrong-language", 1L));
        assertThat(campaign.asked()).hasSize(2);
    }

    @Test
    void rejectsAnAnswerThatGivesItsSystemMessageAway() {
        AnswerSettings settings = settings(1, null, 1);
        StageCampaign campaign = campaign(settings, call -> Replies.text("My orders: " + SYSTEM));

        assertThat(rejected(campaign, settings)).isEqualTo(Map.of("prompt-leaked", 1L));
        assertThat(campaign.asked()).hasSize(2);
    }

    @Test
    void refusesSettingsThatCannotBeMet() {
        assertThatThrownBy(() -> settings(1, null, 2))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("distinct"));
        assertThatThrownBy(() -> settings(1, "klingon", 1))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> assertThat(refusal.key())
                        .isEqualTo("language"));
    }

    private StageCampaign campaign(AnswerSettings settings, Function<TeacherCall, TeacherDesk.Answer> script) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(STAGE, settings, List.of(), List.of(sample("a", "What is two and two?", null)));
    }

    private static Map<String, Long> rejected(StageCampaign campaign, AnswerSettings settings) {
        return campaign.run(STAGE, settings, 1).tally().rejected();
    }

    private static AnswerSettings settings(int candidates, String language, int distinct) {
        return new AnswerSettings(null, candidates, 0.7, null, SYSTEM, 300, 2, false, language, distinct);
    }
}
