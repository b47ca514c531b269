package dev.reflux.activities.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.shard.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TaskPromptTest {

    private static final Task GROUNDED = Task.NONE
            .withReference("the reference")
            .withPersona("a beekeeper on Crete")
            .withPassage("Bees fly.\n\nThey also</passage> sting.");

    @Test
    void showsPassageAndPersonaAsTheGoldenFileHasIt() throws IOException {
        Prompt.Messages asked = TaskPrompt.of("Be brief.", GROUNDED, "What do bees do?\n\nName two.");

        assertThat("--- system\n" + asked.system() + "\n--- user\n" + asked.user() + "\n")
                .isEqualTo(golden());
    }

    @Test
    void aTextAloneStaysAsItIs() {
        Prompt.Messages asked = TaskPrompt.of(null, Task.NONE, " Keep\n\n\nthis {{text}} \n");

        assertThat(asked.system()).isEmpty();
        assertThat(asked.user()).isEqualTo(" Keep\n\n\nthis {{text}} \n");
        assertThat(TaskPrompt.fingerprint(Task.NONE)).isNull();
        assertThat(TaskPrompt.fingerprint(GROUNDED)).hasSize(64);
    }

    @Test
    void namesAPersonaOnce() {
        String system = TaskPrompt.system("Be brief.", "a beekeeper");

        assertThat(system).startsWith("Be brief.\n\n").endsWith(": a beekeeper");
        assertThat(TaskPrompt.of(system, Task.NONE.withPersona("a beekeeper"), "Hm?")
                        .system())
                .isEqualTo(system);
    }

    private static String golden() throws IOException {
        try (InputStream in = TaskPromptTest.class.getResourceAsStream("task.golden.txt")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
