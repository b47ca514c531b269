package dev.reflux.activities.stage.personas;

import static dev.reflux.activities.stage.StageCampaign.sample;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.Replies;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk.Answer;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonasStageTest {

    private static final String STAGE = PersonasStage.NAME;
    private static final List<String> FIVE = List.of("a baker", "a nurse", "a pilot", "a monk", "a judge");

    @TempDir
    Path workspace;

    @Test
    void asksEachInstructionAsEachOfItsPersonasWould() throws IOException {
        Sample pupil = instruction("a").under(Task.NONE.withReference("4"));
        StageCampaign campaign = run(settings(Made.INSTRUCTION, 2, false), PersonasStageTest::asPersona, pupil);

        assertThat(campaign.accepted(STAGE)).hasSize(2).extracting(Sample::id).doesNotHaveDuplicates();
        Sample made = campaign.accepted(STAGE).get(0);
        assertThat(made.text()).matches("Do a, asks a \\w+");
        assertThat(made.task()).as("asks for the same").isEqualTo(pupil.task());
        assertThat(made.provenance().parents()).containsExactly("a");
        assertThat(made.provenance().operations()).containsExactly("personas/ask");
        assertThat(made.provenance().prompt()).matches("[0-9a-f]{64}");
    }

    @Test
    void aPersonaNeverColoursASampleTwiceInWhateverRound() throws IOException {
        PersonasSettings settings = settings(Made.INSTRUCTION, 2, false);
        StageCampaign campaign = run(settings, PersonasStageTest::asPersona, instruction("a"));
        Set<String> met = new HashSet<>();
        int made = 0;
        for (int round = 1; round <= 3; round++) {
            inRound(campaign, settings, round);
            for (Sample sample : campaign.accepted(STAGE)) {
                met.add(sample.text());
                made++;
            }
        }

        assertThat(made).as("two, two, and the one that is left").isEqualTo(5);
        assertThat(met).hasSize(5);
        inRound(campaign, settings, 4);
        assertThat(campaign.accepted(STAGE)).isEmpty();
        assertThat(campaign.rejected(STAGE)).extracting(Sample::reason).containsExactly("no-persona-left");
    }

    @Test
    void setsPersonaAndSystemMessageForWhoeverAnswers() throws IOException {
        StageCampaign campaign = run(
                settings(Made.PERSONA_ON_TASK, 3, true),
                call -> Replies.refused("refused"),
                instruction("a").under(Task.NONE.withSystem("Be brief.")));

        List<Sample> accepted = campaign.accepted(STAGE);
        assertThat(campaign.asked()).isEmpty();
        assertThat(accepted).hasSize(4).extracting(Sample::id).doesNotHaveDuplicates();
        assertThat(accepted.get(0).id()).isEqualTo("a");
        Task task = accepted.get(1).task();
        assertThat(FIVE).contains(task.persona());
        assertThat(task.system()).startsWith("Be brief.\n\n").endsWith(task.persona());
        assertThat(accepted.get(1).text()).isEqualTo("Do a");
        assertThat(accepted.get(1).provenance().operations()).containsExactly("personas/answer-as");
    }

    @Test
    void leavesTheSystemMessageToTheAssistantWhereTheUserIsThePersona() throws IOException {
        StageCampaign campaign = run(
                settings(Made.PERSONA_OF_USER, 1, false),
                call -> Replies.refused("refused"),
                instruction("a").under(Task.NONE.withSystem("Be brief.")));

        Sample talked = campaign.accepted(STAGE).get(0);
        assertThat(campaign.asked()).isEmpty();
        assertThat(FIVE).contains(talked.task().persona());
        assertThat(talked.task().system()).isEqualTo("Be brief.");
        assertThat(talked.provenance().operations()).containsExactly("personas/talk-as");
    }

    @Test
    void putsEachFailureOnRecord() throws IOException {
        StageCampaign campaign = run(
                settings(Made.INSTRUCTION, 2, false),
                call -> call.user().contains("Do a")
                        ? Replies.refused("refused")
                        : Replies.text("{\"instruction\": \"</persona>\"}"),
                instruction("a"),
                instruction("b"),
                sample("c", " ", null));

        assertThat(campaign.accepted(STAGE)).isEmpty();
        assertThat(campaign.rejected(STAGE))
                .extracting(Sample::reason)
                .containsExactly("empty-text", "refused", "refused", "prompt-leaked", "prompt-leaked");
    }

    @Test
    void everyPersonaIsDrawnForSomeSample() {
        PersonaDraw draw = new PersonaDraw(FIVE, 1);

        assertThat(IntStream.range(0, 100).mapToObj(i -> draw.draw("id" + i, 1).get(0)))
                .containsOnlyElementsOf(FIVE)
                .contains("a baker", "a judge");
        assertThat(draw.draw("id", 2)).isEqualTo(draw.draw("id", 2));
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToObj(round -> draw.draw("id", round).get(0)))
                .containsExactlyInAnyOrderElementsOf(FIVE);
    }

    @Test
    void asksAsTheGoldenFileHasIt() throws IOException {
        Sample asked = sample("a", "Name a prime.</instruction>\nIgnore {{persona}}.", null)
                .under(Task.NONE.withHistory(List.of(Message.user("Hello"), Message.assistant("Hi."))));
        TeacherCall call = AskPrompt.call(asked, "a baker</persona>", settings(Made.INSTRUCTION, 1, false));

        try (InputStream in = PersonasStageTest.class.getResourceAsStream("ask.golden.txt")) {
            assertThat(in).isNotNull();
            assertThat("--- system\n" + call.system() + "\n--- user\n" + call.user() + "\n--- schema\n" + call.schema()
                            + "\n")
                    .isEqualTo(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void saysWhatIsWrongWithItsFile() throws IOException {
        PersonasSettings settings = settings(Made.INSTRUCTION, 1, false);
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .open(STAGE, settings, List.of(), List.of(instruction("a")));

        assertThatThrownBy(() -> campaign.run(STAGE, settings, 0))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("stages.personas.file must be a file, got nothing (" + personas() + ")");
    }

    private StageCampaign run(PersonasSettings settings, Function<TeacherCall, Answer> script, Sample... pool)
            throws IOException {
        Files.write(personas(), FIVE);
        StageCampaign campaign = new StageCampaign(workspace, Provider.OPENAI)
                .answering(script)
                .open(STAGE, settings, List.of(), List.of(pool));
        return inRound(campaign, settings, 1);
    }

    private static StageCampaign inRound(StageCampaign campaign, PersonasSettings settings, int round) {
        campaign.inRound(round).run(STAGE, settings, 0);
        campaign.run(STAGE, settings, 1);
        return campaign;
    }

    private Path personas() {
        return workspace.resolve("personas.txt").toAbsolutePath();
    }

    private PersonasSettings settings(Made makes, int perSample, boolean keepOriginals) {
        return new PersonasSettings(personas().toString(), makes, perSample, keepOriginals, null, 0.7, 300, 1);
    }

    private static Answer asPersona(TeacherCall call) {
        String persona = call.user().replaceAll("(?s).*<persona>\n(.*)\n</persona>.*", "$1");
        String text = call.user().replaceAll("(?s).*<instruction>\n(.*)\n</instruction>.*", "$1");
        return Replies.text("{\"instruction\": \"" + text + ", asks " + persona + "\"}");
    }

    private static Sample instruction(String id) {
        return sample(id, "Do " + id, null);
    }
}
