package dev.reflux.activities.dataset.merge.balance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came out of balancing, group by group: the file {@code rounds/NN/merge/N-balance.json}.
 *
 * @param groups by name, sorted
 */
public record Balance(Map<String, Group> groups) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Balance {
        groups = new TreeMap<>(groups);
    }

    @Override
    @JsonValue
    public Map<String, Group> groups() {
        return groups;
    }

    /**
     * What is found of a group.
     *
     * @param samples that came in
     * @param kept of these
     * @param wanted its quota; null where it has none
     * @param lacking what the quota asks for and the group does not have
     * @param most samples it might keep, by the tightest bound that it met; null where none bounds it
     * @param example id of the sample in the midst of a topic; null where nothing tells
     */
    public record Group(long samples, long kept, Long wanted, long lacking, Long most, String example) {}
}
