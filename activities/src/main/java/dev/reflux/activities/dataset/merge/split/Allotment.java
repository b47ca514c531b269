package dev.reflux.activities.dataset.merge.split;

import dev.reflux.activities.dataset.merge.split.Groups.Group;
import dev.reflux.config.Split;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gives every group a part: the one its samples are in already, or else one by its place among all that could be. */
final class Allotment {

    /** The order in which places from 0 on are given away; training takes what is left. */
    private static final List<Split> LOWEST_FIRST = List.of(Split.TEST, Split.VALIDATION);

    /** Of all groups, where labels do not count. */
    private static final String ALL = "";

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
        if (settings.stratified() || settings.hasNumbers()) {
            allotment.withinStrata();
        } else {
            allotment.overall();
        }
        return allotment.parts;
    }

    private void overall() {
        for (int group = 0; group < parts.length; group++) {
            parts[group] = isFree(group) ? byPlace(place(group)) : recorded(group);
        }
    }

    private Split byPlace(double place) {
        double end = 0;
        for (Split part : LOWEST_FIRST) {
            end += settings.size(part);
            if (place < end) {
                return part;
            }
        }
        return Split.TRAIN;
    }

    private void withinStrata() {
        Map<String, List<Integer>> strata = new TreeMap<>();
        Map<String, Long> sizes = new TreeMap<>();
        for (int group = 0; group < parts.length; group++) {
            String stratum = settings.stratified() ? groups.get(group).label() : ALL;
            strata.computeIfAbsent(stratum, name -> new ArrayList<>()).add(group);
            sizes.merge(stratum, (long) groups.get(group).size(), Long::sum);
        }
        Room room = new Room(settings, LOWEST_FIRST, sizes);
        strata.forEach((stratum, members) -> within(stratum, members, room));
    }

    /** A free group goes to the first part that has room for it, in the order of their places. */
    private void within(String stratum, List<Integer> members, Room room) {
        List<Integer> free = new ArrayList<>();
        for (int group : members) {
            if (isFree(group)) {
                free.add(group);
            } else {
                parts[group] = recorded(group);
                take(group, stratum, room);
            }
        }
        free.sort(Comparator.comparingDouble(this::place));
        for (int group : free) {
            long size = groups.get(group).size();
            parts[group] = LOWEST_FIRST.stream()
                    .filter(part -> room.holds(part, stratum, size))
                    .findFirst()
                    .orElse(Split.TRAIN);
            take(group, stratum, room);
        }
    }

    private void take(int group, String stratum, Room room) {
        if (parts[group] != null) {
            room.take(parts[group], stratum, groups.get(group).size());
        }
    }

    private double place(int group) {
        return groups.get(group).place(settings.randomSeed());
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
