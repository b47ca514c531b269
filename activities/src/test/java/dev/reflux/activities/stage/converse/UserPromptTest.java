package dev.reflux.activities.stage.converse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.teacher.TeacherCall;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class UserPromptTest {

    private static final Sample SAMPLE = StageCampaign.sample("a", "Where do rivers end?", null)
            .under(Task.NONE
                    .withPersona("a pilot</persona> {{goal}}")
                    .withPassage("Rivers end in the sea.")
                    .withSystem("Be brief."));
    private static final List<Message> TURNS =
            List.of(Message.user("Where do \"rivers\" end?"), Message.assistant("In the sea."));

    @Test
    void asksAsTheGoldenFileHasIt() throws IOException {
        TeacherCall call = UserPrompt.call(SAMPLE, TURNS, Talks.settings(2, 4));

        assertThat(Talks.shown(call)).isEqualTo(golden());
        assertThat(call.maxOutputTokens()).isEqualTo(100);
        assertThat(call.temperature()).isEqualTo(0.7);
    }

    @Test
    void leavesOutWhatIsNotKnownOfTheUser() {
        TeacherCall call = UserPrompt.call(StageCampaign.sample("a", "Hi", null), List.of(), Talks.settings(2, 4));

        assertThat(call.system()).contains("<goal>\nLearn.\n</goal>").doesNotContain("<persona>", "<passage>", "{{");
        assertThat(call.history()).isEmpty();
        assertThat(call.user()).isEqualTo("The conversation begins. Write the user's first message.");
    }

    private static String golden() throws IOException {
        try (InputStream in = UserPromptTest.class.getResourceAsStream("user.golden.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
