package dev.reflux.activities.stage.verify.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.Verdict.Outcome;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.config.InvalidSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SchemaCheckTest {

    private static final String PERSON = "{\"type\": \"object\", \"required\": [\"name\"],"
            + " \"properties\": {\"name\": {\"type\": \"string\"}, \"age\": {\"type\": \"integer\", \"minimum\": 0}}}";

    @Test
    void passesValidJsonBareOrInAFence() {
        assertThat(check(PERSON, "{\"name\": \"Ada\"}")).isEqualTo(Verdict.passed("verify/schema", null, null));
        assertThat(check(PERSON, "Here:\n```json\n{\"name\": \"Ada\", \"age\": 36}\n```\nDone.")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(check(PERSON, "```\n{}\n```\nNo:\n```JSON\n{\"name\": \"Ada\"}\n```")
                        .outcome())
                .isEqualTo(Outcome.PASSED);
    }

    @Test
    void saysWhereJsonIsNotAsTheSchemaHasIt() {
        Verdict verdict = check(PERSON, "{\"name\": \"Ada\", \"age\": -1}");
        assertThat(verdict.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(verdict.reason()).isEqualTo("not-as-schema");
        assertThat(verdict.rationale()).contains("/age");
        assertThat(check(PERSON, "{}").rationale()).contains("name");
    }

    @Test
    void followsReferencesWithinTheSchema() {
        String schema = "{\"$ref\": \"#/$defs/n\", \"$defs\": {\"n\": {\"type\": \"integer\"}}}";
        assertThat(check(schema, "1").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check(schema, "1.5").reason()).isEqualTo("not-as-schema");
    }

    @Test
    void mendsNothing() {
        assertThat(check(PERSON, "{name: 'Ada'}").reason()).isEqualTo("not-json");
        assertThat(check(PERSON, "{\"name\": \"Ada\"} That is all.").reason()).isEqualTo("not-json");
        assertThat(check(PERSON, " ").reason()).isEqualTo("not-json");
    }

    @Test
    void isUndecidedWithoutASchemaThatCanBeUsed() {
        assertThat(check(null, "{}").reason()).isEqualTo("no-schema");
        assertThat(check("{\"type\": ", "{}").reason()).isEqualTo("broken-schema");
        assertThat(check("{\"type\": \"thing\"}", "{}").reason()).isEqualTo("broken-schema");
        assertThat(check("{\"$ref\": \"https://example.com/none.json\"}", "{}").reason())
                .isEqualTo("broken-schema");
    }

    @Test
    void theSettingsSchemaStandsInForTheTasksOwn() {
        Task task = new Task(null, null, null, null, null, Map.of("schema", PERSON));
        assertThat(new SchemaCheck("{\"type\": \"array\"}")
                        .check(StageCampaign.sample("a", "x", null).under(task), Answer.of("[1]", null, null, null))
                        .outcome())
                .isEqualTo(Outcome.PASSED);
        assertThatThrownBy(() -> new SchemaCheck("{\"type\": ")).isInstanceOf(InvalidSettingException.class);
    }

    private static Verdict check(String schema, String text) {
        Task task = schema == null ? Task.NONE : new Task(null, null, null, null, null, Map.of("schema", schema));
        return new SchemaCheck(null)
                .check(StageCampaign.sample("a", "x", null).under(task), Answer.of(text, null, null, null));
    }
}
