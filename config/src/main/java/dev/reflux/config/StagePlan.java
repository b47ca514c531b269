package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One stage of a campaign: its name and its settings, already checked against the stage's settings record.
 *
 * @param name the stage's name: its key in the file and its activity type in Temporal
 * @param role which workers may run it
 * @param preparation what must have happened before its first shard
 * @param creates samples it makes from nothing in each round; 0 for a stage that works on what comes in
 * @param teachers names of the teachers it asks; empty if it asks the main one, or none
 * @param lists files of texts that it reads beside the samples
 * @param settings the settings record as JSON, defaults filled in
 */
public record StagePlan(
        String name,
        WorkerRole role,
        Preparation preparation,
        int creates,
        List<String> teachers,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<TextList> lists,

        JsonNode settings) {

    public StagePlan {
        teachers = teachers == null ? List.of() : List.copyOf(teachers);
        lists = lists == null ? List.of() : List.copyOf(lists);
    }

    /** Of a stage that reads nothing but samples. */
    public StagePlan(
            String name,
            WorkerRole role,
            Preparation preparation,
            int creates,
            List<String> teachers,
            JsonNode settings) {
        this(name, role, preparation, creates, teachers, List.of(), settings);
    }
}
