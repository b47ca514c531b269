package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.split.Groups.Group;
import dev.reflux.config.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives every group a part: the one its samples are in already, or else one by its place among all that could be. */
final class Allotment {

    /** The order in which places from 0 on are given away; training takes what is left. */
    private static final List<Split> LOWEST_FIRST = List.of(Split.TEST, Split.VALIDATION);

    private final SplitSettings settings;
    private final List<Group> groups;
    private final Split[] parts;

    private Allotment(SplitSettings settings, List<Group> groups) {
        this.settings = settings;
        this.groups = groups;
        this.parts = new Split[groups.size()];
    }

    /** The part of each group; null for one whose samples are in several. */
    static Split[] of(SplitSettings settings, List<Group> groups) {
        Allotment allotment = new Allotment(settings, groups);
        if (settings.stratified()) {
            allotment.withinLabels();
        } else {
            allotment.overall();
        }
        return allotment.parts;
    }

    private void overall() {
        for (int group = 0; group < parts.length; group++) {
            parts[group] = isFree(group) ? byPlace(groups.get(group).place(settings.randomSeed())) : recorded(group);
        }
    }

    private Split byPlace(double place) {
        double end = 0;
        for (Split part : LOWEST_FIRST) {
            end += settings.share(part);
            if (place < end) {
                return part;
            }
        }
        return Split.TRAIN;
    }

    private void withinLabels() {
        Map<String, List<Integer>> byLabel = new TreeMap<>();
        for (int group = 0; group < parts.length; group++) {
            byLabel.computeIfAbsent(groups.get(group).label(), label -> new ArrayList<>())
                    .add(group);
        }
        byLabel.values().forEach(this::within);
    }

    /** A free group goes to the first part that has room for it, in the order of their places. */
    private void within(List<Integer> stratum) {
        Map<Split, Long> room = room(stratum);
        List<Integer> free = new ArrayList<>();
        for (int group : stratum) {
            if (isFree(group)) {
                free.add(group);
            } else {
                parts[group] = recorded(group);
                if (parts[group] != null) {
                    room.merge(parts[group], (long) -groups.get(group).size(), Long::sum);
                }
            }
        }
        free.sort(
                Comparator.comparingDouble((Integer group) -> groups.get(group).place(settings.randomSeed())));
        for (int group : free) {
            long size = groups.get(group).size();
            parts[group] = LOWEST_FIRST.stream()
                    .filter(part -> room.get(part) >= size)
                    .findFirst()
                    .orElse(Split.TRAIN);
            room.merge(parts[group], -size, Long::sum);
        }
    }

    private Map<Split, Long> room(List<Integer> stratum) {
        long samples =
                stratum.stream().mapToLong(group -> groups.get(group).size()).sum();
        Map<Split, Long> room = new EnumMap<>(Split.class);
        for (Split part : Split.values()) {
            room.put(part, Math.round(settings.share(part) * samples));
        }
        return room;
    }

    private boolean isFree(int group) {
        return groups.get(group).recorded().isEmpty();
    }

    private Split recorded(int group) {
        return groups.get(group).recorded().size() == 1
                ? groups.get(group).recorded().iterator().next()
                : null;
    }
}
