package dev.reflux.activities.stage.evolve;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolveStageTest {

    private static final String STAGE = EvolveStage.NAME;

    @TempDir
    Path workspace;

    @Test
    void eachGenerationIsMadeOfTheOneBefore() {
        StageCampaign campaign = evolving(settings(3, 3, true), EvolveStageTest::harder, instruction("a"));

        List<Sample> accepted = campaign.accepted(STAGE);
        assertThat(accepted).extracting(Sample::text).containsExactly("Do a", "Do a+", "Do a++", "Do a+++");
        assertThat(accepted.get(3).provenance().parents())
                .containsExactly(accepted.get(2).id());
        assertThat(accepted.get(3).provenance().operations())
                .hasSize(3)
                .allMatch(path -> path.matches("evolve/[a-z-]+"));
        assertThat(accepted.get(3).provenance().teacher()).isEqualTo("scripted/small-model");
        assertThat(accepted.get(3).provenance().prompt()).matches("[0-9a-f]{64}");
        assertThat(accepted.get(0))
                .isEqualTo(instruction("a").from(instruction("a").provenance().signed(STAGE)));
    }

    @Test
    void onlyTheEvolvedGoOnWhereOriginalsAreNotKept() {
        StageCampaign campaign = evolving(settings(2, 2, false), EvolveStageTest::harder, instruction("a"));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::text).containsExactly("Do a+", "Do a++");
    }

    @Test
    void aParentReturnsToThePoolAndMayBeTriedAgainUpToTheCap() {
        StageCampaign campaign = evolving(
                settings(1, 3, false),
                call -> isRewriting(call) ? rewritten("Do rewritten prompt") : harder(call),
                instruction("a"));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::id).containsExactly("a");
        assertThat(campaign.rejected(STAGE)).hasSize(3).allMatch(failed -> failed.reason()
                .equals("prompt-leaked"));
        assertThat(campaign.rejected(STAGE))
                .allMatch(failed -> failed.provenance().parents().equals(List.of("a")));
        assertThat(campaign.rejected(STAGE)).extracting(Sample::id).doesNotHaveDuplicates();
    }

    @Test
    void aLaterAttemptMaySucceed() {
        StageCampaign campaign = evolving(
                settings(1, 4, true),
                call -> isRewriting(call) && call.sampleIndex() < 2 ? rewritten("Do a") : harder(call),
                instruction("a"));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::text).containsExactly("Do a", "Do a+");
        assertThat(campaign.rejected(STAGE)).hasSize(2);
        assertThat(asked(campaign, EvolveStageTest::isRewriting)).hasSize(3);
    }

    @Test
    void eliminatesByEachRuleOfThePaper() {
        Tally tally = run(
                settings(1, 1, true),
                EvolveStageTest::troubled,
                instruction("same"),
                instruction("leak"),
                instruction("equal"),
                instruction("sorry"),
                instruction("hollow"),
                instruction("grown"),
                instruction("refused"),
                instruction("fine"));

        assertThat(tally.rejected())
                .isEqualTo(Map.of(
                        "no-information-gain", 2L,
                        "prompt-leaked", 1L,
                        "sorry-answer", 1L,
                        "stop-words-only", 1L,
                        "grown-too-long", 1L,
                        "refused", 1L));
        assertThat(tally.accepted()).as("all parents, and one child").isEqualTo(9);
    }

    @Test
    void paysNoTrialForWhatIsAlreadyEliminated() {
        StageCampaign campaign =
                evolving(settings(1, 1, true), EvolveStageTest::troubled, instruction("leak"), instruction("equal"));

        assertThat(asked(campaign, EvolveStageTest::isComparing)).hasSize(1);
        assertThat(asked(campaign, call -> call.schema() == null)).isEmpty();
    }

    @Test
    void keepsTheConversationButNotWhatWasMadeForAnotherInstruction() {
        Task task = new Task(
                "Be brief.",
                List.of(Message.user("Hello"), Message.assistant("Hi.")),
                "A passage.",
                null,
                "42",
                Map.of("tests", "assert"));
        StageCampaign campaign = evolving(
                settings(1, 1, true), EvolveStageTest::harder, instruction("a").under(task));

        assertThat(campaign.accepted(STAGE).get(0).task()).isEqualTo(task);
        assertThat(campaign.accepted(STAGE).get(1).task())
                .isEqualTo(Task.NONE
                        .withSystem("Be brief.")
                        .withHistory(task.history())
                        .withPassage("A passage."));
        TeacherCall trial = asked(campaign, call -> call.schema() == null).get(0);
        assertThat(trial.history()).isEqualTo(task.history());
        assertThat(trial.system()).isEqualTo("Be brief.");
        assertThat(trial.user()).contains("A passage.").endsWith("Do a+");
    }

    @Test
    void anotherRoundDrawsAnew() {
        EvolveSettings settings = settings(1, 2, true);
        StageCampaign campaign = evolving(settings, EvolveStageTest::harder, instruction("a"));
        int first = asked(campaign, EvolveStageTest::isRewriting).get(0).sampleIndex();

        campaign.asked().clear();
        campaign.folder().pool().write(1, List.of(instruction("a")));
        campaign.inRound(2).run(STAGE, settings, 1);

        assertThat(first).isZero();
        assertThat(asked(campaign, EvolveStageTest::isRewriting).get(0).sampleIndex())
                .isEqualTo(2);
    }

    @Test
    void makesNoSampleTwiceWhereTheStageStandsTwiceInAPlan() {
        EvolveSettings settings = settings(1, 1, true);
        StageCampaign campaign = evolving(settings, EvolveStageTest::harder, instruction("a"));
        Sample child = campaign.accepted(STAGE).get(1);

        StageCampaign again = evolving(settings, EvolveStageTest::harder, instruction("a"), child);

        assertThat(again.rejected(STAGE)).extracting(Sample::reason).containsExactly("same-answer");
        assertThat(again.accepted(STAGE)).extracting(Sample::text).containsExactly("Do a", "Do a+", "Do a++");
    }

    @Test
    void drawsOperationsByWeightAndTheSameOnesEachTime() {
        EvolveSettings settings = new EvolveSettings(
                Evolves.INSTRUCTION, Map.of("deepen", 3.0, "mutate-topic", 1.0), 1, 1, false, null, 1, 500, 1, null);
        Sample[] pool =
                IntStream.range(0, 400).mapToObj(i -> instruction("a" + i)).toArray(Sample[]::new);
        StageCampaign campaign = evolving(settings, EvolveStageTest::harder, pool);
        List<List<String>> operations = campaign.accepted(STAGE).stream()
                .map(sample -> sample.provenance().operations())
                .toList();

        assertThat(operations).containsOnly(List.of("evolve/deepen"), List.of("evolve/mutate-topic"));
        assertThat(operations.stream().filter(List.of("evolve/deepen")::equals).count())
                .isBetween(270L, 330L);
        campaign.run(STAGE, settings, 1);
        assertThat(campaign.accepted(STAGE).stream()
                        .map(sample -> sample.provenance().operations()))
                .containsExactlyElementsOf(operations);
    }

    @Test
    void eliminatesWhatEvolvedIntoAnotherLanguage() {
        String english = "Explain to a child why the rain falls in winter.";
        StageCampaign campaign = evolving(
                settings(1, 1, true),
                call -> isRewriting(call)
                        ? rewritten("Erkläre einem Kind ganz genau, warum im Winter der Regen fällt und nicht Schnee.")
                        : harder(call),
                sample("a", english, null));

        assertThat(campaign.accepted(STAGE)).extracting(Sample::text).containsExactly(english);
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("wrong-language");
        assertThat(campaign.asked()).as("nothing is asked about it").hasSize(1);
    }

    private StageCampaign evolving(EvolveSettings settings, Function<TeacherCall, Answer> script, Sample... pool) {
        StageCampaign campaign = open(settings, script, pool);
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private Tally run(EvolveSettings settings, Function<TeacherCall, Answer> script, Sample... pool) {
        return open(settings, script, pool).run(STAGE, settings, 1).tally();
    }

    private StageCampaign open(EvolveSettings settings, Function<TeacherCall, Answer> script, Sample... pool) {
        return new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(STAGE, settings, List.of(), List.of(pool));
    }

    private static List<TeacherCall> asked(StageCampaign campaign, Predicate<TeacherCall> kind) {
        return campaign.asked().stream().filter(kind).toList();
    }

    static boolean isRewriting(TeacherCall call) {
        return call.schema() != null && call.schema().contains("instruction");
    }

    private static boolean isComparing(TeacherCall call) {
        return call.schema() != null && call.schema().contains("equal");
    }

    static String shown(TeacherCall call) {
        return call.user().replaceAll("(?s).*<instruction>\n(.*)\n</instruction>.*", "$1");
    }

    /** Adds a plus to every instruction, finds it unequal, answers everything. */
    static Answer harder(TeacherCall call) {
        if (isRewriting(call)) {
            return rewritten(shown(call) + "+");
        }
        return Replies.text(isComparing(call) ? "{\"equal\": false}" : "Paris is the capital.");
    }

    private static Answer troubled(TeacherCall call) {
        if (isRewriting(call)) {
            return switch (shown(call)) {
                case "Do same" -> rewritten("do  SAME");
                case "Do leak" -> rewritten("#Rewritten Prompt#: do leak");
                case "Do grown" -> rewritten("Do " + "grown ".repeat(400));
                case "Do refused" -> Replies.refused("refused");
                default -> harder(call);
            };
        } else if (isComparing(call)) {
            return Replies.text("{\"equal\": " + call.user().contains("equal") + "}");
        }
        return switch (call.user()) {
            case "Do sorry+" -> Replies.text("I am sorry, I cannot see the table.");
            case "Do hollow+" -> Replies.text("It is what it is...");
            default -> harder(call);
        };
    }

    static Answer rewritten(String instruction) {
        return Replies.text("{\"instruction\": \"" + instruction + "\"}");
    }

    private static EvolveSettings settings(int generations, int attempts, boolean keepOriginals) {
        return new EvolveSettings(
                Evolves.INSTRUCTION, Map.of(), generations, attempts, keepOriginals, null, 1, 500, 1, null);
    }

    private static Sample instruction(String id) {
        return sample(id, "Do " + id, null);
    }
}
