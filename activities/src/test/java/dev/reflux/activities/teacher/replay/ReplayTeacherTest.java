package dev.reflux.activities.teacher.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherRefusedException;
import dev.reflux.activities.teacher.TeacherReply;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.DataFile;
import dev.reflux.config.Environment;
import dev.reflux.config.Inputs;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.Limits;
import dev.reflux.config.Preparation;
import dev.reflux.config.Price;
import dev.reflux.config.Provider;
import dev.reflux.config.Rounds;
import dev.reflux.config.Shards;
import dev.reflux.config.StagePlan;
import dev.reflux.config.StudentPlan;
import dev.reflux.config.TaskFields;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTeacherTest {

    private static final String GOOD = "{\"prompt\": \"Name a prime.\", \"answers\": [\"11\", \"13\"]}";
    private static final Environment ENVIRONMENT = Environment.of(Map.of("RECORDINGS", "."));

    @TempDir
    private Path folder;

    @Test
    void givesTheAnswerOfTheDraw() throws IOException {
        ReplayTeacher teacher = open(GOOD);

        TeacherReply second = teacher.ask(call("Name a prime.").draw(1));

        assertThat(teacher.ask(call("Name a prime.")).text()).isEqualTo("11");
        assertThat(second.text()).isEqualTo("13");
        assertThat(second.finish()).isEqualTo(TeacherReply.Finish.STOP);
        assertThat(second.inputTokens() + second.cachedTokens() + second.outputTokens())
                .isZero();
    }

    @Test
    void findsAPromptWithoutTheWhiteSpaceAtItsEnds() throws IOException {
        ReplayTeacher teacher = open("{\"prompt\": \"\\n Why?\", \"answers\": [\" Because. \"]}");

        assertThat(teacher.ask(call("Why?\n")).text()).isEqualTo(" Because. ");
    }

    @Test
    void looksUpTheLastUserTurnOfAConversation() throws IOException {
        TeacherCall later = call("Name a prime.").after(List.of(Message.user("Hello"), Message.assistant("Good day")));

        assertThat(open(GOOD).ask(later).text()).isEqualTo("11");
    }

    @Test
    void refusesWhatWasNotRecorded() throws IOException {
        ReplayTeacher teacher = open(GOOD);

        assertThat(refusal(teacher, call("Name a Prime."))).isEqualTo("not-recorded");
        assertThat(refusal(teacher, call("Name a prime.").draw(2))).isEqualTo("not-recorded");
    }

    @Test
    void hasAnotherIdentityForEveryOtherFile() throws IOException {
        String identity = open(GOOD).identity();

        assertThat(identity).matches("replay:[0-9a-f]{64}").isEqualTo(open(GOOD).identity());
        assertThat(open(GOOD + "\n").identity()).isNotEqualTo(identity);
    }

    @Test
    void isNamedAfterItsFileWhereNoModelIsGiven() throws IOException {
        assertThat(open(GOOD).model()).isEqualTo("recorded.jsonl");
        assertThat(ReplayTeacher.open(plan("big-model"), null, folder, ENVIRONMENT)
                        .model())
                .isEqualTo("big-model");
    }

    @Test
    void opensEveryTeacherThatReplays() throws IOException {
        write(GOOD.getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("judge.jsonl"), "broken");

        assertThat(ReplayTeacher.all(plan(null), folder, ENVIRONMENT)).hasSize(1);
        assertThatThrownBy(() -> ReplayTeacher.all(
                        plan(null, Map.of("judge", teacher(null, "judge.jsonl"))), folder, ENVIRONMENT))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContainingAll("teachers.judge.answers must hold JSON", "judge.jsonl line 1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"prompt\": \"one\", \"answers\": [\"1\"]        | must hold JSON",
                "[\"one\"]                                         | must hold JSON objects",
                "{\"prompt\": \"one\"}                             | needs field 'answers', got fields [prompt]",
                "{\"answers\": [\"1\"]}                            | needs field 'prompt', got fields [answers]",
                "{\"prompt\": \" \", \"answers\": [\"1\"]}         | must give 'prompt' as text",
                "{\"prompt\": \"one\", \"answers\": \"1\"}         | must give 'answers' as a list",
                "{\"prompt\": \"one\", \"answers\": []}            | must give 'answers' as a list",
                "{\"prompt\": \"one\", \"answers\": [\"1\", 2]}    | must give 'answers' as a list",
                "{\"prompt\": \"Name a prime. \", \"answers\": [\"2\"]} | got the prompt of line 1 again"
            })
    void saysWhichLineIsBroken(String line, String rule) {
        assertThatThrownBy(() -> open(GOOD + "\n\n" + line))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageStartingWith("teacher.answers ")
                .hasMessageContainingAll(rule, folder.resolve("recorded.jsonl") + " line 3); ");
    }

    @Test
    void saysWhichLineIsNotUtf8() {
        assertThatThrownBy(() -> open((GOOD + "\n\u00e9").getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContainingAll("must be UTF-8", "line 2");
    }

    @Test
    void refusesAnEmptyFileAndAMissingOne() {
        assertThatThrownBy(() -> open("\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must hold at least one recorded answer, got none");
        assertThatThrownBy(() -> ReplayTeacher.open(plan(null), null, folder.resolve("elsewhere"), ENVIRONMENT))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContainingAll("must be a file, got nothing", "elsewhere");
    }

    private static String refusal(ReplayTeacher teacher, TeacherCall call) {
        return catchThrowableOfType(TeacherRefusedException.class, () -> teacher.ask(call))
                .reason();
    }

    private static TeacherCall call(String user) {
        return TeacherCall.of("You answer.", user, 16);
    }

    private ReplayTeacher open(String text) throws IOException {
        return open(text.getBytes(StandardCharsets.UTF_8));
    }

    private ReplayTeacher open(byte[] bytes) throws IOException {
        write(bytes);
        return ReplayTeacher.open(plan(null), null, folder, ENVIRONMENT);
    }

    private void write(byte[] bytes) throws IOException {
        Files.write(folder.resolve("recorded.jsonl"), bytes);
    }

    private static CampaignPlan plan(String model) {
        return plan(model, Map.of());
    }

    private static CampaignPlan plan(String model, Map<String, TeacherPlan> more) {
        DataFile pool = new DataFile("pool.jsonl", "text", "label", TaskFields.STANDARD, null, 1);
        return new CampaignPlan(
                "demo",
                new Inputs(null, pool, null, null),
                teacher(model, "${RECORDINGS}/recorded.jsonl"),
                more,
                null,
                new Rounds(1, null, null, false),
                new Shards(10, 1, Duration.ofSeconds(60)),
                List.of(new StagePlan("answer", WorkerRole.TEACHER, Preparation.NONE, 0, List.of(), null)),
                new StudentPlan(StudentPlan.Kind.NONE, true, 1),
                List.of());
    }

    private static TeacherPlan teacher(String model, String answers) {
        Limits limits = new Limits(1, null, null, Duration.ofSeconds(1));
        return new TeacherPlan(Provider.REPLAY, model, null, null, 0, 16, answers, limits, new Price(0, null, 0));
    }
}
