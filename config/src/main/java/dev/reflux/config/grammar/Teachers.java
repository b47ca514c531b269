package dev.reflux.config.grammar;

import dev.reflux.config.Provider;
import dev.reflux.config.TeacherPlan;
import java.util.List;
import java.util.Map;

/** The campaign's teachers: the main one, and further ones by name. */
record Teachers(TeacherPlan main, Map<String, TeacherPlan> named) {

    /**
     * Those that a stage or a step asks.
     *
     * @param names below {@code teachers}; none for the main one
     * @throws dev.reflux.config.InvalidCampaignException if the campaign does not name one of them
     */
    List<TeacherPlan> asked(List<String> names, Place place) {
        for (String name : names) {
            if (!named.containsKey(name)) {
                throw place.refuse(
                        "must ask teachers that the campaign names " + named.keySet(),
                        name,
                        "add it below teachers, or leave it out to ask the main one");
            }
        }
        return names.isEmpty() ? List.of(main) : names.stream().map(named::get).toList();
    }

    /** Refuses a reward model: it answers with a number. */
    static void requireWords(TeacherPlan teacher, Place place) {
        if (teacher.provider() == Provider.REWARD) {
            throw place.refuse(
                    "must ask a model that answers in words",
                    "provider reward",
                    "let stage judge ask it, or name another teacher");
        }
    }

    /** Refuses a model that takes no questions in words. */
    static void requireChat(TeacherPlan teacher, Place place) {
        if (teacher.provider() == Provider.EMBEDDED) {
            throw place.refuse(
                    "must ask a chat model", "provider embedded", "name a teacher of another provider, such as openai");
        }
    }
}
