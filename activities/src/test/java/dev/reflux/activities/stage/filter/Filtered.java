package dev.reflux.activities.stage.filter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.stage.StageCampaign;
import dev.reflux.activities.stage.filter.FilterSettings.Of;
import dev.reflux.activities.stage.filter.rules.Preset;
import dev.reflux.activities.stage.filter.rules.Rule;
import dev.reflux.config.PlanJson;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Samples and settings that tests of the stage begin with. */
final class Filtered {

    private Filtered() {}

    static FilterSettings settings(Preset preset, Of of) {
        return new FilterSettings(preset, of, List.of(), List.of(), List.of(), null, List.of(), "o200k-base");
    }

    static FilterSettings off(Rule... off) {
        return new FilterSettings(
                Preset.POST_TRAINING, Of.BOTH, List.of(), List.of(off), List.of(), null, List.of(), "o200k-base");
    }

    static FilterSettings only(RuleSettings... rules) {
        return new FilterSettings(
                Preset.NONE, Of.BOTH, List.of(rules), List.of(), List.of(), null, List.of(), "o200k-base");
    }

    static FilterSettings personal(PersonalSettings personal) {
        return new FilterSettings(
                Preset.NONE, Of.BOTH, List.of(), List.of(), List.of(), personal, List.of(), "o200k-base");
    }

    static Sample asked(String text, String... answers) {
        List<Answer> all = new ArrayList<>();
        for (String answer : answers) {
            all.add(Answer.of(answer, null, null, null));
        }
        return StageCampaign.sample("s", text, null).answered(all);
    }

    /** What the stage makes of a sample under these settings, where it needs no campaign. */
    static Sample of(Sample sample, FilterSettings settings) {
        return new Screening(new Screen(settings, List.of(), null), settings).of(sample);
    }

    /** The objects of a JSON array or of JSON lines, zipped or not. */
    static List<JsonNode> records(Path file) throws IOException {
        List<JsonNode> records = new ArrayList<>();
        try (InputStream plain = Files.newInputStream(file);
                InputStream bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(plain) : plain) {
            PlanJson.mapper()
                    .readerFor(JsonNode.class)
                    .<JsonNode>readValues(bytes)
                    .forEachRemaining(node -> {
                        if (node.isArray()) {
                            node.forEach(records::add);
                        } else {
                            records.add(node);
                        }
                    });
        }
        return records;
    }
}
