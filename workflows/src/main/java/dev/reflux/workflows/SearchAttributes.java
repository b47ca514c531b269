package dev.reflux.workflows;

import io.temporal.common.SearchAttributeKey;
import java.util.List;

/** The typed search attributes by which operators find and sort campaigns and rounds in the Temporal UI. */
public final class SearchAttributes {

    public static final SearchAttributeKey<String> CAMPAIGN = SearchAttributeKey.forKeyword("RefluxCampaign");
    public static final SearchAttributeKey<String> STATE = SearchAttributeKey.forKeyword("RefluxState");
    public static final SearchAttributeKey<Long> ROUND = SearchAttributeKey.forLong("RefluxRound");
    /** The foremost stage that a round has reached, or the name of the activity that closes it. */
    public static final SearchAttributeKey<String> STAGE = SearchAttributeKey.forKeyword("RefluxStage");

    public static final SearchAttributeKey<Long> ACCEPTED = SearchAttributeKey.forLong("RefluxAccepted");
    public static final SearchAttributeKey<Double> SPENT_USD = SearchAttributeKey.forDouble("RefluxSpentUsd");

    private SearchAttributes() {}

    /** All of them, for registration. */
    public static List<SearchAttributeKey<?>> all() {
        return List.of(CAMPAIGN, STATE, ROUND, STAGE, ACCEPTED, SPENT_USD);
    }
}
