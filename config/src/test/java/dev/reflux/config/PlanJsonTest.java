package dev.reflux.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlanJsonTest {

    private final ObjectMapper mapper = PlanJson.mapper();

    @Test
    void writesChoicesAsACampaignFileDoes() throws JsonProcessingException {
        assertThat(mapper.writeValueAsString(Rounds.Metric.HOLDOUT_MACRO_F1)).isEqualTo("\"holdout-macro-f1\"");
        assertThat(mapper.writeValueAsString(Preparation.AFTER_ALL_SHARDS)).isEqualTo("\"after-all-shards\"");
        assertThat(mapper.readValue("\"openai\"", Provider.class)).isEqualTo(Provider.OPENAI);
    }

    @Test
    void writesDurationsSoThatTheyCanBeReadByPeople() throws JsonProcessingException {
        Shards shards = new Shards(250, 16, Duration.ofSeconds(90));
        assertThat(mapper.writeValueAsString(shards))
                .isEqualTo("{\"size\":250,\"window\":16,\"heartbeatTimeout\":\"PT1M30S\"}");
    }

    @Test
    void leavesOutWhatIsAbsent() throws JsonProcessingException {
        Price price = new Price(1, null, 2);
        assertThat(mapper.writeValueAsString(price)).isEqualTo("{\"inputPerMillion\":1.0,\"outputPerMillion\":2.0}");
        assertThat(mapper.readValue(mapper.writeValueAsString(price), Price.class))
                .isEqualTo(price);
    }

    @Test
    void anExportThatIsNoTextSaysNothingOfTemplates() throws JsonProcessingException {
        Export export = new Export(Export.Format.MESSAGES, "a.jsonl");
        String json = "{\"format\":\"messages\",\"path\":\"a.jsonl\",\"conversational\":false,\"ratings\":false}";
        assertThat(mapper.writeValueAsString(export)).isEqualTo(json);
        assertThat(mapper.readValue(json, Export.class)).isEqualTo(export);
    }

    @Test
    void readsWhatALaterReleaseWrote() throws JsonProcessingException {
        Budget budget = mapper.readValue("{\"usd\":5,\"eur\":4}", Budget.class);
        assertThat(budget).isEqualTo(new Budget(5));
    }
}
