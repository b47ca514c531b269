package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.Components;
import dev.reflux.activities.shard.TextKey;
import dev.reflux.config.Split;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The samples that belong together, group by group. */
final class Groups {

    private final List<Group> all = new ArrayList<>();
    private final int[] groupOf;

    /**
     * What is remembered of a sample.
     *
     * @param part the one its provenance names, or null
     * @param label empty where it has none
     * @param draw the same for the same prompt, whoever answers it
     */
    record Member(Split part, String label, long draw) {}

    /** One group. It has the label of the sample with the least draw, and its place by that draw. */
    static final class Group {

        private Set<Split> recorded = Set.of();
        private long least;
        private String label;
        private int size;

        private void add(Member member) {
            if (member.part() != null && !recorded.contains(member.part())) {
                EnumSet<Split> parts = EnumSet.of(member.part());
                parts.addAll(recorded);
                recorded = parts;
            }
            if (size == 0 || member.draw() < least) {
                least = member.draw();
                label = member.label();
            }
            size++;
        }

        /** Parts that samples of it are in already; more than one where a new sample connects what was apart. */
        Set<Split> recorded() {
            return recorded;
        }

        String label() {
            return label;
        }

        int size() {
            return size;
        }

        /** In [0, 1). Drawn anew from the least draw, which in large groups is not evenly spread itself. */
        double place(int randomSeed) {
            return (TextKey.of(randomSeed + " " + TextKey.hex(least)) >>> 11) * 0x1.0p-53;
        }
    }

    Groups(List<Member> members, Components components) {
        this.groupOf = new int[members.size()];
        int[] byComponent = new int[members.size()];
        Arrays.fill(byComponent, -1);
        for (int place = 0; place < groupOf.length; place++) {
            int component = components.of(place);
            if (byComponent[component] < 0) {
                byComponent[component] = all.size();
                all.add(new Group());
            }
            groupOf[place] = byComponent[component];
            all.get(groupOf[place]).add(members.get(place));
        }
    }

    List<Group> all() {
        return all;
    }

    /** The number of a sample's group, by the sample's place. */
    int of(int place) {
        return groupOf[place];
    }
}
