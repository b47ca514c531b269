package dev.reflux.activities.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.activities.learning.TestData;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.TextList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextListsTest {

    @TempDir
    Path folder;

    @Test
    void readsOneALineOrAFieldOfJsonEachOnce() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\uFEFFa baker\n\n  a nurse \na baker\n");
        Files.writeString(
                folder.resolve("b.jsonl"), "{\"persona\": \"a baker\"}\n{\"persona\": \" a nurse\", \"id\": 2}\n");
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.txt.gz")))) {
            packed.write("a baker\na nurse".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(List.of("a.txt", "b.jsonl", "c.txt.gz"))
                .allSatisfy(name -> assertThat(read(name)).containsExactly("a baker", "a nurse"));
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Files.writeString(folder.resolve("empty.txt"), "\n \n");
        Files.writeString(folder.resolve("field.jsonl"), "{\"persona\": \"a baker\"}\n{\"name\": \"a nurse\"}\n");
        Files.write(folder.resolve("bytes.txt"), new byte[] {'a', '\n', (byte) 0xC3, '('});

        assertThatThrownBy(() -> read("none.txt"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessage("stages.personas.file must be a file, got nothing (" + folder.resolve("none.txt")
                        + "); correct the path; it counts from the campaign file's folder");
        assertThatThrownBy(() -> read("empty.txt"))
                .hasMessageStartingWith("stages.personas.file must hold at least one text, got none (");
        assertThatThrownBy(() -> read("field.jsonl"))
                .hasMessageStartingWith("stages.personas.file needs field 'persona' with a text, got")
                .hasMessageContaining("field.jsonl line 2)");
        assertThatThrownBy(() -> read("bytes.txt"))
                .hasMessageStartingWith("stages.personas.file must be UTF-8, got other bytes (")
                .hasMessageContaining("bytes.txt line 2)");
    }

    @Test
    void aCampaignIsOpenedOnlyWithItsListsAndIsAnotherWithOthers() throws IOException {
        CampaignFiles campaign = new CampaignFiles(folder);
        campaign.lists = List.of(new TextList("file", "personas.txt", "persona"));

        assertThatThrownBy(campaign::check)
                .hasMessageStartingWith("stages.pseudo-label.file must be a file, got nothing");
        campaign.write("personas.txt", "a baker");
        String first = campaign.request().fingerprint();
        campaign.open();
        campaign.write("personas.txt", "a nurse");
        assertThat(campaign.request().fingerprint()).isNotEqualTo(first);
    }

    @Test
    void readsPersonaHub() {
        Optional<Path> file = TestData.find("personas/persona_hub_1000.jsonl");
        assumeTrue(file.isPresent(), "personas/persona_hub_1000.jsonl of REFLUX_TEST_DATA is not here");

        assertThat(read(file.get().toAbsolutePath().toString())).hasSizeBetween(990, 1000);
    }

    private List<String> read(String path) {
        return TextLists.read("personas", new TextList("file", path, "persona"), folder, CampaignFiles.ENVIRONMENT);
    }
}
