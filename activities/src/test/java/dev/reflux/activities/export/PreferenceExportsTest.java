package dev.reflux.activities.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.report.SampleCampaign;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.config.Export;
import dev.reflux.config.Export.Format;
import dev.reflux.config.Split;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferenceExportsTest {

    private static final Sample PAIR = asked(
            answer("Paris", Mark.CHOSEN, Verdict.passed("judge/accuracy", 5.0, null)), answer("Rome", Mark.REJECTED));
    private static final Task TALK =
            Task.NONE.withSystem("Be brief.").withHistory(List.of(Message.user("Hello"), Message.assistant("Hello.")));

    @TempDir
    Path root;

    @Test
    void writesPairsAsTexts() throws IOException {
        assertThat(export(new Export(Format.PREFERENCE, "p.jsonl"), PAIR))
                .isEqualTo("{\"prompt\":\"Capital?\",\"chosen\":\"Paris\",\"rejected\":\"Rome\"}\n");
    }

    @Test
    void writesPairsAsMessages() throws IOException {
        assertThat(export(new Export(Format.PREFERENCE, "p.jsonl", true, false), PAIR.under(TALK)))
                .isEqualTo("{\"prompt\":[{\"role\":\"system\",\"content\":\"Be brief.\"},"
                        + "{\"role\":\"user\",\"content\":\"Hello\"},{\"role\":\"assistant\",\"content\":\"Hello.\"},"
                        + "{\"role\":\"user\",\"content\":\"Capital?\"}],"
                        + "\"chosen\":[{\"role\":\"assistant\",\"content\":\"Paris\"}],"
                        + "\"rejected\":[{\"role\":\"assistant\",\"content\":\"Rome\"}]}\n");
    }

    @Test
    void aTextPromptHoldsWhatWasSaidBefore() throws IOException {
        assertThat(export(new Export(Format.PREFERENCE, "p.jsonl"), PAIR.under(TALK)))
                .contains("\"prompt\":\"Be brief.\\n\\nHuman: Hello\\n\\nAssistant: Hello.\\n\\nHuman: Capital?"
                        + "\\n\\nAssistant:\"");
    }

    @Test
    void addsTheRatingsOfTheChosenAnswer() throws IOException {
        assertThat(export(new Export(Format.PREFERENCE, "p.jsonl", false, true), PAIR))
                .contains("\"rejected\":\"Rome\",\"annotation_metrics\":{\"accuracy\":5.0}}");
    }

    @Test
    void writesMarkedAnswersOneByOne() throws IOException {
        Sample marked = asked(answer("Paris", Mark.CHOSEN), answer("?", null), answer("Rome", Mark.REJECTED));
        assertThat(export(new Export(Format.BINARY, "b.jsonl"), marked))
                .isEqualTo("{\"prompt\":\"Capital?\",\"completion\":\"Paris\",\"label\":true}\n"
                        + "{\"prompt\":\"Capital?\",\"completion\":\"Rome\",\"label\":false}\n");
        assertThat(export(new Export(Format.BINARY, "b.jsonl", true, false), PAIR))
                .startsWith("{\"prompt\":[{\"role\":\"user\",\"content\":\"Capital?\"}],"
                        + "\"completion\":[{\"role\":\"assistant\",\"content\":\"Paris\"}],\"label\":true}\n");
    }

    @Test
    void writesWhatLlamaFactoryReads() throws IOException {
        assertThat(export(new Export(Format.ALPACA, "a.jsonl"), PAIR.under(TALK)))
                .isEqualTo("{\"instruction\":\"Capital?\",\"input\":\"\",\"output\":\"Paris\","
                        + "\"system\":\"Be brief.\",\"history\":[[\"Hello\",\"Hello.\"]]}\n");
        assertThat(export(new Export(Format.SHAREGPT, "s.jsonl"), PAIR))
                .isEqualTo("{\"conversations\":[{\"from\":\"human\",\"value\":\"Capital?\"},"
                        + "{\"from\":\"gpt\",\"value\":\"Paris\"}]}\n");
    }

    @Test
    void aPromptIsWrittenOnceForEachSample() throws IOException {
        assertThat(export(new Export(Format.COMPLETION, "c.jsonl"), PAIR))
                .startsWith("{\"prompt\":\"Capital?\",\"completion\":\"")
                .hasLineCount(1);
        assertThat(export(new Export(Format.PROMPT, "q.jsonl"), PAIR)).isEqualTo("{\"prompt\":\"Capital?\"}\n");
        assertThat(export(new Export(Format.PROMPT, "q.jsonl", true, false), asked()))
                .isEqualTo("{\"prompt\":[{\"role\":\"user\",\"content\":\"Capital?\"}]}\n");
    }

    @Test
    void halfAPairIsNotWritten() throws IOException {
        assertThat(export(new Export(Format.PREFERENCE, "p.jsonl"), asked(answer("Paris", Mark.CHOSEN))))
                .isEmpty();
    }

    @Test
    void aConversationNeverEndsInARejectedAnswer() throws IOException {
        Sample marked = asked(answer("Rome", Mark.REJECTED), answer("Paris", Mark.CHOSEN), answer("?", null));
        assertThat(export(new Export(Format.MESSAGES, "m.jsonl"), marked))
                .isEqualTo("{\"messages\":[{\"role\":\"user\",\"content\":\"Capital?\"},"
                        + "{\"role\":\"assistant\",\"content\":\"Paris\"}]}\n");
    }

    @Test
    void anExportOfAPartHoldsThatPartAlone() throws IOException {
        Sample trained = PAIR.from(PAIR.provenance().after("split/train"));
        Export train = new Export(Format.PROMPT, "train.jsonl", false, false, Split.TRAIN);
        Export test = new Export(Format.PROMPT, "test.jsonl", false, false, Split.TEST);

        assertThat(export(train, trained)).isEqualTo("{\"prompt\":\"Capital?\"}\n");
        assertThat(export(test, trained)).isEmpty();
        assertThat(export(train, PAIR)).isEmpty();
    }

    private String export(Export wanted, Sample sample) throws IOException {
        CampaignFolder folder = new LocalWorkspace(root).folder("campaign");
        folder.dataset(1).write(1, List.of(sample));
        Tally merged = new Tally(1, 1, Map.of(), 0, 0, 0, 0, 0, 0, 1);
        MergeReport merge = new MergeReport(merged, null, 0);
        RoundReport last =
                new RoundReport(1, 1, List.of(), merge, SampleCampaign.round().student(), 1);
        return Files.readString(
                new Exports(folder).write(List.of(wanted), last).get(0).file());
    }

    private static Sample asked(Answer... answers) {
        return SampleCampaign.sample("s", "Capital?", null, null, null).answered(List.of(answers));
    }

    private static Answer answer(String text, Mark mark, Verdict... verdicts) {
        return new Answer(text, null, null, null, mark, List.of(verdicts));
    }
}
