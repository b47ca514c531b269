package dev.reflux.activities.stage.verify.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.JsonSchemaException;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.stage.verify.Check;
import dev.reflux.config.InvalidSettingException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Passes an answer that is, or has in its last code fence, JSON that is valid by a JSON Schema: the one given, else that of
 * the task's check {@code schema}.
 */
public final class SchemaCheck implements Check {

    static final String BY = "verify/schema";
    static final String TASK_CHECK = "schema";
    static final String NO_SCHEMA = "no-schema";
    static final String BROKEN_SCHEMA = "broken-schema";
    static final String NOT_JSON = "not-json";
    static final String NOT_AS_SCHEMA = "not-as-schema";

    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** A fault of these themselves is a schema that was not found; what is found has faults of its own. */
    private static final Set<String> REFERENCES = Set.of("$ref", "$dynamicRef", "$recursiveRef");

    private static final int MOST_FAULTS_TOLD = 5;
    private static final Pattern FENCE =
            Pattern.compile("```[ \\t]*(?:json)?[ \\t]*\\R(.*?)```", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String schema;

    /**
     * @param schema JSON Schema for every sample; null where each task has its own
     * @throws InvalidSettingException if it is none
     */
    public SchemaCheck(String schema) {
        this.schema = schema;
        if (schema != null) {
            try {
                faults(schema, JSON.nullNode());
            } catch (JsonSchemaException | IllegalArgumentException | JsonProcessingException e) {
                throw new InvalidSettingException(
                        "against", "must be a JSON Schema that can be used", schema, "correct it: " + e.getMessage());
            }
        }
    }

    @Override
    public Verdict check(Sample sample, Answer answer) {
        String inForce = schema == null ? sample.task().checks().get(TASK_CHECK) : schema;
        if (inForce == null) {
            return Verdict.undecided(BY, NO_SCHEMA, "Neither the settings nor the task have a schema.");
        }
        JsonNode json;
        try {
            json = JSON.readTree(jsonIn(answer.text()));
        } catch (JsonProcessingException e) {
            return Verdict.failed(BY, NOT_JSON, "It is not JSON: " + e.getOriginalMessage());
        }
        if (json.isMissingNode()) {
            return Verdict.failed(BY, NOT_JSON, "It is empty.");
        }
        try {
            String faults = faults(inForce, json);
            return faults.isEmpty() ? Verdict.passed(BY, null, null) : Verdict.failed(BY, NOT_AS_SCHEMA, faults);
        } catch (JsonSchemaException | IllegalArgumentException | JsonProcessingException e) {
            return Verdict.undecided(BY, BROKEN_SCHEMA, "The schema cannot be used: " + e.getMessage());
        }
    }

    private static String jsonIn(String text) {
        String inFence = text;
        Matcher fence = FENCE.matcher(text);
        while (fence.find()) {
            inFence = fence.group(1);
        }
        return inFence.strip();
    }

    /** What is wrong, a line for each fault; empty where the JSON is valid. */
    private static String faults(String schema, JsonNode json) throws JsonProcessingException {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        JsonNode rules = JSON.readTree(schema);
        if (rules instanceof ObjectNode object && !object.has("$schema")) {
            // Without a dialect the library does not look whether it is a schema at all.
            object.put("$schema", DIALECT);
        }
        Validator.Result result = validator.validate(validator.registerSchema(rules), json);
        if (result.isValid()) {
            return "";
        }
        for (Error fault : result.getErrors()) {
            if (REFERENCES.contains(fault.getKeyword())) {
                throw new IllegalArgumentException(fault.getError());
            }
        }
        return result.getErrors().stream()
                .map(fault -> (fault.getInstanceLocation().isEmpty() ? "the whole" : fault.getInstanceLocation()) + ": "
                        + fault.getError())
                .limit(MOST_FAULTS_TOLD)
                .collect(Collectors.joining("\n"));
    }
}
