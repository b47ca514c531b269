package dev.reflux.worker.inspection;

import dev.reflux.activities.shard.Sample;
import dev.reflux.worker.campaign.CampaignRefusedException;
import dev.reflux.worker.inspection.Source.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Finds the one sample whose id is, or else begins with, what is wanted. */
final class Search implements Source.Taker {

    /** Ids that are named where several begin alike. */
    private static final int NAMED = 8;

    /** Far more than a campaign has rounds and stages; a file may repeat an id any number of times. */
    private static final int MOST_STATES = 1_000;

    private final String wanted;
    private final TreeMap<String, List<State>> found = new TreeMap<>();
    private boolean more;

    /** A sample as it was in one place. */
    record State(Place place, Sample sample) {}

    Search(String wanted) {
        this.wanted = wanted;
    }

    @Override
    public void take(Place place, Sample sample) {
        if (!sample.id().startsWith(wanted)) {
            return;
        }
        boolean isNamed = found.containsKey(sample.id())
                || found.size() < NAMED
                || sample.id().equals(wanted);
        more |= !isNamed;
        if (isNamed) {
            List<State> states = found.computeIfAbsent(sample.id(), id -> new ArrayList<>());
            if (states.size() < MOST_STATES) {
                states.add(new State(place, sample));
            }
        }
    }

    /**
     * Its states, the earliest first.
     *
     * @throws CampaignRefusedException if there is none, or more than one
     */
    List<State> states(String where) {
        if (found.containsKey(wanted)) {
            return found.get(wanted);
        }
        if (found.size() == 1) {
            return found.firstEntry().getValue();
        }
        throw new CampaignRefusedException(
                found.isEmpty()
                        ? "sample id must be one of " + where + ", or the beginning of one, got " + wanted
                                + ", which none begins with; check the id and the name"
                        : "sample id must be the beginning of one id alone in " + where + ", got " + wanted
                                + ", with which " + String.join(", ", found.keySet()) + (more ? " and others" : "")
                                + " begin; give more of it");
    }
}
