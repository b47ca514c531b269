package dev.reflux.worker.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.reflux.activities.shard.SampleId;
import dev.reflux.config.InvalidCampaignException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Writes an order as a campaign of one step, so that the grammar checks it as it checks every campaign. */
final class StepCampaign {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NEEDS_NOTHING = "{\"confidence-filter\": {\"threshold\": 0}}";

    private final StepOrder order;
    private final boolean merging;
    private final ObjectNode given;

    private StepCampaign(StepOrder order, boolean merging, ObjectNode given) {
        this.order = order;
        this.merging = merging;
        this.given = given;
    }

    /**
     * The campaign's text: YAML, in its form as JSON.
     *
     * @param merging whether the step is one of the merge
     * @throws InvalidCampaignException if the campaign file that is to lend its settings cannot be read
     */
    static String of(StepOrder order, boolean merging) {
        ObjectNode given = order.campaign() == null ? JSON.createObjectNode() : read(order.campaign());
        return new StepCampaign(order, merging, given).text();
    }

    private String text() {
        ObjectNode campaign = JSON.createObjectNode();
        campaign.set("inputs", inputs());
        campaign.set("teacher", teacher());
        for (String lent : List.of("teachers", "budget", "shards")) {
            if (given.has(lent)) {
                campaign.set(lent, given.get(lent));
            }
        }
        campaign.putArray("stages").add(merging ? parsed(NEEDS_NOTHING) : step("stages"));
        if (merging) {
            campaign.putArray("merge").add(step("merge"));
        }
        campaign.putObject("student").put("kind", "none");
        campaign.put("campaign", "apply-" + SampleId.of(campaign.toString()));
        return campaign.toPrettyString();
    }

    private ObjectNode inputs() {
        ObjectNode inputs = JSON.createObjectNode();
        if (order.seeds() != null) {
            inputs.put("seeds", absolute(order.seeds()));
        } else if (given.path("inputs").has("seeds")) {
            inputs.set("seeds", given.path("inputs").get("seeds"));
        }
        if (order.samples() != null) {
            inputs.set("pool", pool(given.path("inputs").path("pool")));
        }
        return inputs;
    }

    /** The file of samples, under the field names that the campaign gives its pool. */
    private JsonNode pool(JsonNode mapped) {
        if (!mapped.isObject()) {
            return new TextNode(absolute(order.samples()));
        }
        ObjectNode pool = mapped.deepCopy();
        pool.remove(List.of("first", "perLabel"));
        return pool.put("path", absolute(order.samples()));
    }

    private ObjectNode teacher() {
        ObjectNode teacher = given.path("teacher").isObject()
                ? given.get("teacher").deepCopy()
                : JSON.createObjectNode().put("provider", "embedded");
        order.teacher().forEach((key, value) -> put(teacher, key, value));
        return teacher;
    }

    private ObjectNode step(String list) {
        ObjectNode settings = JSON.createObjectNode();
        for (JsonNode written : given.path(list)) {
            if (written.path(order.step()).isObject()) {
                settings = written.get(order.step()).deepCopy();
                break;
            }
        }
        for (Map.Entry<String, String> changed : order.settings().entrySet()) {
            put(settings, changed.getKey(), changed.getValue());
        }
        return JSON.createObjectNode().set(order.step(), settings);
    }

    private static void put(ObjectNode settings, String key, String value) {
        ObjectNode place = settings;
        String[] names = key.split("\\.", -1);
        if (List.of(names).contains("")) {
            throw new InvalidCampaignException("a setting must have a name on each side of its dots, got '" + key
                    + "'; write it as in minhash.threshold=0.7");
        }
        for (int depth = 0; depth < names.length - 1; depth++) {
            place = place.path(names[depth]).isObject()
                    ? (ObjectNode) place.get(names[depth])
                    : place.putObject(names[depth]);
        }
        place.set(names[names.length - 1], value(value));
    }

    /** As YAML reads it: a number, a truth value, a list in brackets, or else a text. */
    private static JsonNode value(String written) {
        try {
            return load(written);
        } catch (YamlEngineException | IOException noPlainYaml) {
            return new TextNode(written);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            JsonNode read = load(Files.readString(file));
            if (read instanceof ObjectNode campaign) {
                return campaign;
            }
            throw new InvalidCampaignException(
                    file + " must be a campaign, got something else; see docs/campaign-file.md");
        } catch (IOException | YamlEngineException unreadable) {
            throw new InvalidCampaignException(file + " must be a campaign that can be read, got "
                    + unreadable.getMessage() + "; reflux validate says more");
        }
    }

    /** By way of JSON, which refuses a list that is in itself. */
    private static JsonNode load(String yaml) throws IOException {
        Object loaded = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return JSON.readTree(JSON.writeValueAsBytes(loaded));
    }

    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new IllegalStateException("what is written here is JSON", impossible);
        }
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
