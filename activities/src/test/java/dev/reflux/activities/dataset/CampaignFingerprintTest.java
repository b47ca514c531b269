package dev.reflux.activities.dataset;

import static dev.reflux.activities.dataset.CampaignFiles.ENVIRONMENT;
import static dev.reflux.activities.dataset.CampaignFiles.file;
import static dev.reflux.activities.dataset.CampaignFiles.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CampaignFingerprintTest {

    @TempDir
    private Path root;

    private CampaignFiles campaign;
    private String before;

    @BeforeEach
    void take() throws IOException {
        campaign = new CampaignFiles(root);
        before = now();
    }

    @Test
    void staysTheSameForTheSameCampaign() throws IOException {
        assertThat(now()).isEqualTo(before).matches("[0-9a-f]{64}");
        assertThat(new CampaignFiles(root.resolve("elsewhere")).request().fingerprint())
                .isEqualTo(before);
    }

    @Test
    void changesWithTheBytesOfAChatTemplate() throws IOException {
        campaign.exports = List.of(new Export(
                Export.Format.TEXT, "t.jsonl", false, false, "chat_template.jinja", false, false, null, null, null));
        campaign.write("chat_template.jinja", "{{ messages[0].content }}");
        String first = now();
        campaign.write("chat_template.jinja", "{{ messages[1].content }}");
        String second = now();
        campaign.write("tokenizer_config.json", "{\"eos_token\": \"</s>\"}");
        assertThat(List.of(before, first, second, now())).doesNotHaveDuplicates();
    }

    @Test
    void staysTheSameForAPlanThatTravelledAsJson() {
        JsonDocument document = new JsonDocument(root.resolve("plan.json"));
        document.write(campaign.plan());

        CampaignPlan travelled = document.read(CampaignPlan.class);

        assertThat(CampaignFingerprint.of(travelled, campaign.folder, ENVIRONMENT))
                .isEqualTo(before);
    }

    @Test
    void changesWithThePlan() {
        campaign.shardSize = 3;

        assertThat(now()).isNotEqualTo(before);
    }

    @Test
    void changesWithAnyInputFile() throws IOException {
        campaign.write("gold.jsonl", CampaignFiles.labelled("two", "lost"));

        assertThat(now()).isNotEqualTo(before);
    }

    @Test
    void changesWithTheRecordingThatIsReplayed() throws IOException {
        campaign.answers = "${DATA}/answers.jsonl";
        campaign.write("answers.jsonl", "{\"prompt\": \"one\", \"answers\": [\"lost\"]}");
        String one = now();
        campaign.write("answers.jsonl", "{\"prompt\": \"one\", \"answers\": [\"double-charge\"]}");

        assertThat(now()).isNotEqualTo(one);
    }

    @Test
    void tellsWhichFileIsMissing() {
        campaign.pool = file("absent.jsonl");

        assertThatThrownBy(this::now)
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(campaign.folder.resolve("absent.jsonl").toString());
    }

    @Test
    void doesNotMistakeTextThatMovedFromOneFileToTheNext() throws IOException {
        campaign.gold = null;
        campaign.write("pool.jsonl", text("one"), text("two"));
        campaign.write("holdout.jsonl", text("three"));
        String one = now();
        campaign.write("pool.jsonl", text("one"));
        campaign.write("holdout.jsonl", text("two"), text("three"));

        assertThat(now()).isNotEqualTo(one);
    }

    private String now() {
        return CampaignFingerprint.of(campaign.plan(), campaign.folder, ENVIRONMENT);
    }
}
