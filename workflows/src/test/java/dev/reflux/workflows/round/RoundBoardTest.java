package dev.reflux.workflows.round;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.config.Rounds;
import dev.reflux.workflows.Plans;
import dev.reflux.workflows.SearchAttributes;
import dev.reflux.workflows.TestCampaign;
import dev.reflux.workflows.WorkflowIds;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.enums.v1.EventType;
import io.temporal.common.converter.GlobalDataConverter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 120, threadMode = ThreadMode.SEPARATE_THREAD)
class RoundBoardTest {

    @Test
    void namesTheForemostStageAndThenWhatClosesTheRound() {
        List<String> places = places(8);

        assertThat(places.stream().distinct()).containsExactly("label", "check", "admit", "merge", "train-student");
        assertThat(places).as("never goes back").isSortedAccordingTo((a, b) -> places.indexOf(a) - places.indexOf(b));
    }

    @Test
    void costsNoMoreActionsForMoreShards() {
        assertThat(places(80)).hasSizeLessThanOrEqualTo(5 + 10 + 2);
    }

    /** What the search attribute was set to, in order. */
    private static List<String> places(int shards) {
        try (TestCampaign test = new TestCampaign()) {
            test.stations.shards = shards;
            test.start(Plans.of("board", new Rounds(1, null, null, false), null))
                    .report();
            List<String> places = new ArrayList<>();
            test.client().fetchHistory(WorkflowIds.round("board", 1)).getEvents().stream()
                    .filter(event -> event.getEventType() == EventType.EVENT_TYPE_UPSERT_WORKFLOW_SEARCH_ATTRIBUTES)
                    .map(event -> event.getUpsertWorkflowSearchAttributesEventAttributes()
                            .getSearchAttributes()
                            .getIndexedFieldsOrThrow(SearchAttributes.STAGE.getName()))
                    .forEach(payload -> places.add(text(payload)));
            return places;
        }
    }

    private static String text(Payload payload) {
        return GlobalDataConverter.get().fromPayload(payload, String.class, String.class);
    }
}
