package dev.reflux.config.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JacksonNode;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Parser and schema are held against the same two tables; where they differ the table says why. */
class CampaignSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final URI SCHEMA = URI.create("urn:reflux:campaign");

    private final CampaignSchema schema = new CampaignSchema(new SampleStages());
    private final CampaignGrammar grammar = new CampaignGrammar(new SampleStages(), CampaignTable.VARIABLES);

    static List<CampaignTable.Row> good() {
        return CampaignTable.read("good-campaigns.txt");
    }

    static List<CampaignTable.Row> bad() {
        return CampaignTable.read("bad-campaigns.txt");
    }

    @ParameterizedTest
    @MethodSource("good")
    void parserAndSchemaBothAccept(CampaignTable.Row row) {
        assertThat(grammar.parse("c.yaml", row.yaml())).isNotNull();
        assertThat(accepts(row.yaml())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void schemaRefusesWhatTheParserRefusesExceptWhereTheTableSaysWhy(CampaignTable.Row row) {
        assertThat(accepts(row.yaml())).isEqualTo(row.accepts() != null);
    }

    @Test
    void isItselfAValidSchema() {
        Validator validator = validator();
        URI metaSchema = URI.create("https://json-schema.org/draft/2020-12/schema");
        assertThat(validator.validate(metaSchema, schema.render()).isValid()).isTrue();
    }

    @Test
    void givesEveryKeyADescriptionAndEveryOptionalOneItsDefault() {
        JsonNode rounds = schema.tree().at("/$defs/Rounds/properties");
        assertThat(rounds.at("/max/description").asText()).isEqualTo("Rounds at most.");
        assertThat(rounds.at("/max/default").asInt()).isEqualTo(1);
        assertThat(rounds.at("/max/anyOf/0/maximum").asInt()).isEqualTo(100);
        assertThat(schema.tree().findValues("description"))
                .allMatch(text -> !text.asText().isBlank());
    }

    @Test
    void rendersTheSameBytesEachTime() {
        assertThat(schema.render()).isEqualTo(new CampaignSchema(new SampleStages()).render());
    }

    /** Reads YAML as an editor does; what is not YAML, or has no JSON form, is refused before the schema is asked. */
    private boolean accepts(String yaml) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setSchema(new CoreSchema()).build();
            Iterator<Object> documents =
                    new Load(settings).loadAllFromString(yaml).iterator();
            return documents.hasNext()
                    && validator()
                            .validate(SCHEMA, JSON.valueToTree(documents.next()).toString())
                            .isValid();
        } catch (YamlEngineException e) {
            return false;
        }
    }

    private Validator validator() {
        Validator validator = new ValidatorFactory()
                .withJsonNodeFactory(new JacksonNode.Factory())
                .createValidator();
        validator.registerSchema(SCHEMA, schema.render());
        return validator;
    }
}
