package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * One step over the whole of a round's dataset: its name and its settings, already checked against the step's settings
 * record.
 *
 * @param name the step's name: its key in the file
 * @param benchmarks files that it reads beside the samples
 * @param asks questions that it puts to a teacher about one sample at most; 0 where it asks nobody
 * @param teachers names of the teachers it asks; empty if it asks the main one, or none
 * @param settings the settings record as JSON, defaults filled in
 */
public record MergePlan(
        String name,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Benchmark> benchmarks,

        @JsonInclude(JsonInclude.Include.NON_DEFAULT) int asks,

        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> teachers,

        JsonNode settings) {

    public MergePlan {
        benchmarks = benchmarks == null ? List.of() : List.copyOf(benchmarks);
        teachers = teachers == null ? List.of() : List.copyOf(teachers);
    }

    /** Of a step that asks nobody. */
    public MergePlan(String name, List<Benchmark> benchmarks, JsonNode settings) {
        this(name, benchmarks, 0, List.of(), settings);
    }

    /** Of a step that reads nothing but samples. */
    public MergePlan(String name, JsonNode settings) {
        this(name, List.of(), settings);
    }
}
