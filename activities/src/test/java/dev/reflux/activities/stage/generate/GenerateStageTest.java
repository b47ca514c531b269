package dev.reflux.activities.stage.generate;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateStageTest {

    private static final String NAME = GenerateStage.NAME;
    private static final List<Sample> SEEDS = IntStream.range(0, 12)
            .mapToObj(i -> sample("seed-" + i, "Seed task number " + i + " about " + "x".repeat(i + 1), null))
            .toList();

    @TempDir
    private Path workspace;

    private StageCampaign campaign;

    static GenerateSettings settings(int count, int perCall) {
        return new GenerateSettings(count, perCall, 8, 0.7, 0.5, 0.7, null, 2, 1024);
    }

    @Test
    void fillsEverySlotWithAChildOfItsOwn() {
        Tally tally = run(settings(7, 3), GenerateStageTest::fresh);

        assertThat(tally.accepted()).isEqualTo(7);
        assertThat(campaign.accepted(NAME))
                .hasSize(7)
                .extracting(made -> made.provenance().parents())
                .containsExactlyElementsOf(
                        slots(7).stream().map(slot -> List.of(slot.id())).toList());
        assertThat(campaign.accepted(NAME)).extracting(Sample::text, Sample::id).doesNotHaveDuplicates();
        Sample first = campaign.accepted(NAME).get(0);
        assertThat(first.provenance().operations()).containsExactly("generate/self-instruct");
        assertThat(first.provenance().teacher()).isEqualTo("scripted/small-model");
        assertThat(first.provenance().prompt()).hasSize(64);
        assertThat(first.provenance().round()).isEqualTo(1);
        assertThat(first.provenance().stage()).isEqualTo(NAME);
    }

    @Test
    void asksForTheRestInTheLastCall() {
        run(settings(7, 3), GenerateStageTest::fresh);

        assertThat(campaign.asked()).extracting(GenerateStageTest::number).containsExactly(3, 3, 1);
    }

    @Test
    void showsOtherTasksInEachCallAndTheSameInEachRun() {
        run(settings(9, 3), GenerateStageTest::fresh);
        List<TeacherCall> first = List.copyOf(campaign.asked());
        List<Sample> made = campaign.accepted(NAME);

        run(settings(9, 3), GenerateStageTest::fresh, "again");

        assertThat(campaign.asked()).isEqualTo(first);
        assertThat(campaign.accepted(NAME)).isEqualTo(made);
        assertThat(first).extracting(TeacherCall::user).doesNotHaveDuplicates();
        assertThat(first).extracting(TeacherCall::sampleIndex).doesNotHaveDuplicates();
        assertThat(first).allSatisfy(call -> assertThat(call.user().split("Seed task", -1))
                .hasSize(9));
    }

    @Test
    void asksAgainForAnAnswerWithFourOfFive() {
        Tally tally = run(settings(5, 5), call -> isRedraw(call) ? fresh(call) : listed(texts(call, 4)));

        assertThat(campaign.asked()).hasSize(2);
        assertThat(tally.accepted()).isEqualTo(5);
    }

    @Test
    void keepsTheNineteenOfTwentyAndSaysWhatIsMissing() {
        List<String> nineteen = texts(TeacherCall.of("", "", 1), 19);

        Tally tally = run(settings(20, 20), call -> listed(nineteen));

        assertThat(campaign.asked()).hasSize(2);
        assertThat(tally.rejected()).isEqualTo(Map.of("wrong-count", 1L));
        assertThat(campaign.accepted(NAME)).extracting(Sample::text).containsExactlyElementsOf(nineteen);
        assertThat(campaign.rejected(NAME)).extracting(Sample::id).containsExactly("slot-19");
    }

    @Test
    void leavesWhatIsMoreThanWasAskedFor() {
        run(settings(2, 2), call -> listed(texts(call, 3)));

        assertThat(campaign.asked()).hasSize(1);
        assertThat(campaign.accepted(NAME)).hasSize(2);
    }

    @Test
    void rejectsTheSlotsOfAnswersThatStayUnusable() {
        assertThat(reasons(call -> listed(List.of()))).isEqualTo(Map.of("wrong-count", 5L));
        assertThat(reasons(call -> Replies.text(""))).isEqualTo(Map.of("empty-answer", 5L));
        assertThat(reasons(call -> Replies.text("Sorry."))).isEqualTo(Map.of("not-json", 5L));
        assertThat(reasons(call -> Replies.text("{\"instructions\": \"one\"}"))).isEqualTo(Map.of("not-as-schema", 5L));
        assertThat(reasons(call -> Replies.text("{\"instructions\": [1, 2, 3, 4, 5]}")))
                .isEqualTo(Map.of("not-as-schema", 5L));
        assertThat(campaign.rejected(NAME))
                .extracting(Sample::id)
                .containsExactlyElementsOf(slots(5).stream().map(Sample::id).toList());
    }

    @Test
    void doesNotAskAgainAfterARefusal() {
        assertThat(reasons(call -> Replies.refused("refused"))).isEqualTo(Map.of("refused", 5L));

        assertThat(campaign.asked()).hasSize(1);
    }

    @Test
    void rejectsOneInstructionWithoutTheOthersOfItsCall() {
        run(
                settings(5, 5),
                call -> listed(List.of(
                        "Name three rivers of Spain",
                        "Draw a cat for me",
                        "  ",
                        SEEDS.get(3).text().toUpperCase(),
                        "Follow the tasks above once more")));

        assertThat(campaign.accepted(NAME)).extracting(Sample::text).containsExactly("Name three rivers of Spain");
        assertThat(campaign.rejected(NAME))
                .extracting(Sample::text, Sample::reason)
                .containsExactly(
                        tuple("Draw a cat for me", "unfit-keyword"),
                        tuple("", "too-short"),
                        tuple(SEEDS.get(3).text().toUpperCase(), "not-novel"),
                        tuple("Follow the tasks above once more", "prompt-leaked"));
    }

    @Test
    void acceptsTheSameInstructionOnceInAShard() {
        Tally tally = run(
                settings(6, 3), call -> listed(List.of("Say why it rains", "Say why it rains", "say why it rains!")));

        assertThat(tally.accepted()).isEqualTo(1);
        assertThat(tally.rejected()).isEqualTo(Map.of("not-novel", 5L));
    }

    @Test
    void showsAndKeepsClearOfWhatTheRoundBeforeLeft() {
        run(settings(5, 5), GenerateStageTest::fresh);
        List<Sample> left = campaign.accepted(NAME);
        List<TeacherCall> asked = List.copyOf(campaign.asked());
        campaign.folder().dataset(1).write(1, left);
        campaign.inRound(2)
                .answering(call -> listed(List.of(
                        left.get(2).text(),
                        "Say why it rains",
                        "Say who was Bach",
                        "Sing of the sea",
                        "Tell of the old mill")));

        campaign.run(NAME, settings(5, 5), 0);
        campaign.run(NAME, settings(5, 5), 1);

        assertThat(campaign.rejected(NAME)).extracting(Sample::reason).containsExactly("not-novel");
        assertThat(campaign.accepted(NAME))
                .hasSize(4)
                .allSatisfy(made -> assertThat(made.provenance().round()).isEqualTo(2));
        TeacherCall second = campaign.asked().get(asked.size());
        assertThat(left).filteredOn(task -> second.user().contains(task.text())).hasSize(2);
        assertThat(SEEDS)
                .filteredOn(seed -> second.user().contains(seed.text() + "\n"))
                .hasSize(6);
        assertThat(second.sampleIndex()).isNotEqualTo(asked.get(0).sampleIndex());
    }

    @Test
    void demandsSeeds() {
        GenerateSettings settings = settings(5, 5);
        campaign = new StageCampaign(workspace, Provider.OPENAI).open(NAME, settings, List.of(), slots(5));

        assertThatThrownBy(() -> campaign.run(NAME, settings, 0))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must have seeds")
                .hasMessageContaining("under inputs.seeds");
        assertThat(campaign.asked()).isEmpty();
    }

    private Map<String, Long> reasons(Function<TeacherCall, Answer> script) {
        int run = workspace.toFile().list().length;
        return run(settings(5, 5), script, "run-" + run).rejected();
    }

    private Tally run(GenerateSettings settings, Function<TeacherCall, Answer> script) {
        return run(settings, script, "first");
    }

    private Tally run(GenerateSettings settings, Function<TeacherCall, Answer> script, String folder) {
        campaign = new StageCampaign(workspace.resolve(folder), Provider.OPENAI)
                .answering(script)
                .open(NAME, settings, SEEDS, slots(settings.count()));
        campaign.run(NAME, settings, 0);
        return campaign.run(NAME, settings, 1).tally();
    }

    private static List<Sample> slots(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> sample("slot-" + i, "", null))
                .toList();
    }

    /** As many instructions as the call asks for, none like another. */
    private static Answer fresh(TeacherCall call) {
        return listed(texts(call, number(call)));
    }

    private static List<String> texts(TeacherCall call, int number) {
        return IntStream.range(0, number)
                .mapToObj(i -> String.format("a%1$d b%1$d c%1$d d%1$d", call.sampleIndex() * 10L + i))
                .toList();
    }

    private static Answer listed(List<String> instructions) {
        ObjectNode object = new JsonMapper().createObjectNode();
        instructions.forEach(object.putArray("instructions")::add);
        return Replies.text(object.toString());
    }

    private static int number(TeacherCall call) {
        return Integer.parseInt(call.user().replaceAll("(?s).*\nWrite (\\d+) instructions.*", "$1"));
    }

    private boolean isRedraw(TeacherCall call) {
        return campaign.asked().get(0).sampleIndex() != call.sampleIndex();
    }
}
