package dev.reflux.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.config.Rounds;
import dev.reflux.workflows.campaign.CampaignRequest;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverterException;
import org.junit.jupiter.api.Test;

class PayloadsTest {

    @Test
    void aCampaignTravelsAsReadableJson() {
        CampaignRequest request =
                new CampaignRequest(Plans.of("readable", new Rounds(1, null, null, false), null), "/c", "f", null);

        Payload payload = Payloads.converter().toPayload(request).orElseThrow();

        assertThat(payload.getData().toStringUtf8()).contains("\"preparation\":\"after-all-shards\"", "\"PT30S\"");
        assertThat(Payloads.converter().fromPayload(payload, CampaignRequest.class, CampaignRequest.class))
                .isEqualTo(request);
    }

    @Test
    void refusesAPayloadThatHoldsMoreThanReferences() {
        assertThatThrownBy(() -> Payloads.converter().toPayload("x".repeat(Payloads.LARGEST_BYTES)))
                .isInstanceOf(DataConverterException.class)
                .hasMessageContaining("must be at most 131072 bytes")
                .hasMessageContaining("got 1311");
    }
}
