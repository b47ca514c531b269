package dev.reflux.activities.stage.branchsolvemerge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.reply.Reasons;
import dev.reflux.activities.reply.Replies;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Reads what a teacher branched into. Branches that say the same count once; one that cannot be read spoils them all. */
final class Branching {

    static final String BRANCHES = "branches";
    static final String TITLE = "title";
    static final String TASK = "task";
    static final int LEAST_SCORE = 1;
    static final int MOST_SCORE = 5;

    private Branching() {}

    /** Parts of an instruction: one is no split, and to leave surplus ones out would leave the answer incomplete. */
    static Reading<List<Branch>> parts(TeacherDesk.Answer reply, int most) {
        return distinct(reply).then(branches -> {
            if (branches.size() == 1) {
                return Reading.none(Reasons.ONE_BRANCH);
            }
            return branches.size() > most ? Reading.none(Reasons.TOO_MANY_BRANCHES) : Reading.of(branches);
        });
    }

    /** Criteria of a judgement: one is enough, and of surplus ones the first count. */
    static Reading<List<Branch>> criteria(TeacherDesk.Answer reply, int most) {
        return distinct(reply)
                .then(branches -> Reading.of(List.copyOf(branches.subList(0, Math.min(most, branches.size())))));
    }

    private static Reading<List<Branch>> distinct(TeacherDesk.Answer reply) {
        return Replies.json(reply).then(object -> {
            JsonNode list = object.path(BRANCHES);
            if (!list.isArray()) {
                return Reading.none(Reasons.WRONG_SHAPE);
            }
            List<Branch> branches = new ArrayList<>();
            Set<String> known = new TreeSet<>();
            for (JsonNode node : list) {
                Reading<Branch> branch = branch(node);
                if (!branch.isUsable()) {
                    return Reading.none(branch.reason());
                }
                if (known.add(folded(branch.value().task()))) {
                    branches.add(branch.value());
                }
            }
            return branches.isEmpty() ? Reading.none(Reasons.NO_BRANCHES) : Reading.of(branches);
        });
    }

    private static Reading<Branch> branch(JsonNode node) {
        return Replies.text(node, TITLE)
                .then(title -> Replies.text(node, TASK).then(task -> Reading.of(new Branch(title, task))));
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
