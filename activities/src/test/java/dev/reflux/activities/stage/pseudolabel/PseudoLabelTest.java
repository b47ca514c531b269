package dev.reflux.activities.stage.pseudolabel;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.activities.confidence.Calibration;
import dev.reflux.activities.confidence.JudgedConfidence;
import dev.reflux.activities.confidence.JudgedOpinion;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Candidate;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.Stages;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.activities.teacher.TeacherMisconfiguredException;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudoLabelTest {

    private static final String STAGE = "pseudo-label";
    private static final List<Sample> SEEDS = List.of(
            sample("s1", "Seed: card lost", "card-lost"),
            sample("s2", "Seed: card gone", "card-lost"),
            sample("s3", "Seed: refund me", "refund"),
            sample("s4", "Seed: money back", "refund"));
    private static final List<Sample> POOL = List.of(
            sample("p1", "Where is my card? lost", null),
            sample("p2", "I want a refund", null),
            sample("p3", "nonsense", null),
            sample("p4", " ", null),
            sample("p5", "refund".repeat(40), null));

    @TempDir
    Path workspace;

    @Test
    void labelsWhatTheTeacherLabelsAndRejectsTheRestWithItsReason() {
        StageCampaign campaign = open(Provider.OPENAI, settings(null));
        campaign.run(STAGE, settings(null), 0);

        Tally tally = campaign.run(STAGE, settings(null), 1).tally();

        assertThat(tally.input()).isEqualTo(5);
        assertThat(tally.accepted()).isEqualTo(2);
        assertThat(tally.rejected()).isEqualTo(Map.of("unparsable-answer", 1L, "empty-text", 1L, "text-too-long", 1L));
        assertThat(tally.teacherCalls()).isEqualTo(3);
        assertThat(campaign.accepted(STAGE)).extracting(Sample::label).containsExactly("card-lost", "refund");
        assertThat(campaign.accepted(STAGE).get(0).confidence()).isCloseTo(0.8, within(1e-9));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::id).containsExactly("p3", "p4", "p5");
    }

    @Test
    void recordsWhoLabelledAndWithWhichPrompt() {
        StageCampaign campaign = open(Provider.OPENAI, settings(null));
        campaign.run(STAGE, settings(null), 0);
        campaign.run(STAGE, settings(null), 1);

        assertThat(campaign.accepted(STAGE).get(0).provenance()).satisfies(by -> {
            assertThat(by.origin()).isEqualTo("input.jsonl:1");
            assertThat(by.teacher()).isEqualTo("scripted/small-model");
            assertThat(by.prompt()).isEqualTo(LabelPrompt.LABEL.fingerprint().sha256());
            assertThat(by.round()).isEqualTo(1);
            assertThat(by.stage()).isEqualTo(STAGE);
        });
        assertThat(campaign.rejected(STAGE)).allSatisfy(sample -> {
            assertThat(sample.label()).isNull();
            assertThat(sample.provenance().stage()).isEqualTo(STAGE);
        });
    }

    @Test
    void neverShowsASeedItsOwnLabel() {
        StageCampaign campaign = open(Provider.OPENAI, settings(null));

        campaign.run(STAGE, settings(null), 0);

        assertThat(campaign.asked()).hasSize(4);
        for (TeacherCall call : campaign.asked()) {
            assertThat(call.system()).contains("label: card-lost").contains("label: refund");
            assertThat(call.system()).doesNotContain(call.user());
        }
    }

    @Test
    void calibratesOnTheSeedsItGotRightAndWrong() {
        StageCampaign campaign = open(Provider.OPENAI, settings(null))
                .answering(call -> Replies.labelled(call.user().contains("money") ? "card-lost" : label(call), 0.99));

        campaign.run(STAGE, settings(null), 0);

        Calibration calibration = new JsonDocument(campaign.folder().calibration(1, 1, STAGE)).read(Calibration.class);
        assertThat(calibration.judged())
                .extracting(JudgedConfidence::correct)
                .containsExactlyInAnyOrder(true, true, true, false);
        assertThat(calibration.judged().get(0).confidence()).isCloseTo(0.75, within(1e-3));
        campaign.run(STAGE, settings(null), 1);
        assertThat(campaign.accepted(STAGE).get(0).confidence()).isCloseTo(0.75, within(1e-3));
    }

    @Test
    void asksAboutNoMoreSeedsThanItIsAllowedTo() {
        PseudoLabelSettings two = new PseudoLabelSettings(null, null, 5, 0.7, null, 1, 100, 2);
        StageCampaign campaign = open(Provider.OPENAI, two);

        campaign.run(STAGE, two, 0);

        assertThat(campaign.asked())
                .extracting(TeacherCall::user)
                .containsExactly("<text>\nSeed: card lost\n</text>", "<text>\nSeed: card gone\n</text>");
    }

    @Test
    void saysWhatToWriteInsteadWhereTheServerGivesNoLogprobs() {
        StageCampaign campaign =
                open(Provider.OPENAI, settings(null)).answering(call -> Replies.text("{\"label\": \"refund\"}"));

        assertThatThrownBy(() -> campaign.run(STAGE, settings(null), 0))
                .isInstanceOf(TeacherMisconfiguredException.class)
                .hasMessage("Teacher small-model must return log-probabilities for confidence: logprob, got none in 4"
                        + " answers; write confidence: vote, or verbal, in the settings of pseudo-label");
    }

    @Test
    void oneAnswerWithoutLogprobsCostsOneSample() {
        StageCampaign campaign = open(Provider.OPENAI, settings(null));
        campaign.run(STAGE, settings(null), 0);
        campaign.answering(
                call -> call.user().contains("card") ? Replies.text("{\"label\": \"card-lost\"}") : answer(call));

        assertThat(campaign.run(STAGE, settings(null), 1).tally().rejected()).containsEntry("no-logprobs", 1L);
    }

    @Test
    void votesAndStatedConfidencesTakeTheSameWay() {
        for (ConfidenceMethod method : List.of(ConfidenceMethod.VOTE, ConfidenceMethod.VERBAL)) {
            PseudoLabelSettings settings = settings(method);
            StageCampaign campaign = new StageCampaign(workspace.resolve(method.name()), Provider.MISTRAL)
                    .answering(call -> Replies.text("{\"label\": \"" + label(call) + "\", \"confidence\": \"90%\"}"))
                    .open(STAGE, settings, SEEDS, POOL);
            campaign.run(STAGE, settings, 0);
            campaign.run(STAGE, settings, 1);

            int perText = method == ConfidenceMethod.VOTE ? 5 : 1;
            assertThat(campaign.asked()).hasSize((SEEDS.size() + 3) * perText);
            assertThat(campaign.accepted(STAGE))
                    .extracting(Sample::label)
                    .containsExactly("card-lost", "refund", "refund");
            assertThat(campaign.accepted(STAGE)).allSatisfy(sample -> assertThat(sample.confidence())
                    .isCloseTo(method == ConfidenceMethod.VOTE ? 1 : 0.9, within(1e-5)));
        }
    }

    private static JudgedOpinion sureOfRefund(String truth) {
        return new JudgedOpinion(
                "any", truth, List.of(new Candidate("refund", 0.99), new Candidate("card-lost", 0.01)));
    }

    @Test
    void theEmbeddedTeacherIsAskedForItsDistributionAndCalibratedOutOfFold() {
        PseudoLabelSettings settings = settings(null);
        StageCampaign campaign = open(Provider.EMBEDDED, settings)
                .trainedOn(List.of(
                        sureOfRefund("refund"),
                        sureOfRefund("refund"),
                        sureOfRefund("refund"),
                        sureOfRefund("card-lost")))
                .answering(call -> Replies.text("{\"candidates\":[{\"label\":\"refund\",\"confidence\":0.99},"
                        + "{\"label\":\"card-lost\",\"confidence\":0.01}]}"));

        campaign.run(STAGE, settings, 0);
        assertThat(campaign.asked()).isEmpty();
        campaign.run(STAGE, settings, 1);

        assertThat(campaign.asked().get(0))
                .isEqualTo(new TeacherCall(null, "Where is my card? lost", null, 0, 256, false, 0).about("p1"));
        Sample first = campaign.accepted(STAGE).get(0);
        assertThat(first.label()).isEqualTo("refund");
        assertThat(first.confidence()).isCloseTo(0.75, within(1e-3));
        assertThat(first.candidates()).extracting(Sample.Candidate::label).containsExactly("refund", "card-lost");
        assertThat(first.provenance().prompt()).isNull();
    }

    @Test
    void choosesAmongTheLabelsThatTheSettingsList() {
        List<String> labels = List.of("refund", "card-lost", "chargeback");
        PseudoLabelSettings listed = new PseudoLabelSettings(labels, null, 5, 0.7, null, 1, 100, 200);
        StageCampaign campaign = open(Provider.OPENAI, listed).answering(call -> Replies.labelled("chargeback", 0.8));

        campaign.run(STAGE, listed, 0);
        campaign.run(STAGE, listed, 1);

        assertThat(campaign.accepted(STAGE)).extracting(Sample::label).containsOnly("chargeback");
        assertThat(Stages.listedLabels(campaign.planOf(STAGE, listed))).isEqualTo(labels);
        assertThat(Stages.listedLabels(campaign.planOf(STAGE, settings(null)))).isEmpty();
    }

    private StageCampaign open(Provider provider, PseudoLabelSettings settings) {
        return new StageCampaign(workspace, provider)
                .answering(PseudoLabelTest::answer)
                .open(STAGE, settings, SEEDS, POOL);
    }

    private static PseudoLabelSettings settings(ConfidenceMethod method) {
        return new PseudoLabelSettings(null, method, 5, 0.7, null, 1, 100, 200);
    }

    private static Answer answer(TeacherCall call) {
        return call.user().contains("nonsense")
                ? Replies.text("I do not know that.")
                : Replies.labelled(label(call), 0.8);
    }

    private static String label(TeacherCall call) {
        return call.user().contains("card") ? "card-lost" : "refund";
    }
}
