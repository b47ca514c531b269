package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.template.ChatTemplate;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tries the chat templates of a campaign's text exports on conversations of each shape that comes in, before anything is spent:
 * with and without a system message, and with each number of turns.
 */
public final class ExportTemplates {
    private final List<TextTemplate> templates;
    private final Set<String> tried = new HashSet<>();

    private ExportTemplates(List<TextTemplate> templates) {
        this.templates = templates;
    }

    /**
     * Loads them all, and renders a question and its answer.
     *
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws InvalidCampaignException if one is missing or broken, or cannot render that
     */
    public static ExportTemplates of(CampaignPlan plan, Path folder, Environment environment) {
        ExportTemplates templates = new ExportTemplates(texts(plan).stream()
                .map(export -> TextTemplate.of(export, folder, environment))
                .toList());
        ArrayNode simplest = JsonNodeFactory.instance.arrayNode();
        add(simplest, "user", "What is 2 + 2?");
        add(simplest, "assistant", "4");
        templates.templates.forEach(template -> template.require(simplest, "a question and its answer"));
        return templates;
    }

    /** The files of those templates that are not built in, in the order of the exports. */
    public static List<Path> files(CampaignPlan plan, Path folder, Environment environment) {
        List<Path> files = new ArrayList<>();
        for (Export export : texts(plan)) {
            String named = environment.resolve(export.template());
            if (!TextTemplate.isBuiltIn(named)) {
                files.addAll(ChatTemplate.files(folder.resolve(named).normalize()));
            }
        }
        return files;
    }

    private static List<Export> texts(CampaignPlan plan) {
        return plan.exports().stream()
                .filter(export -> export.format() == Export.Format.TEXT)
                .toList();
    }

    /**
     * Tries the first sample of each shape.
     *
     * @throws InvalidCampaignException if a template cannot render a conversation of its shape
     */
    public void require(Sample sample) {
        boolean asks = sample.task().system() != null;
        if (!templates.isEmpty()
                && tried.add(asks + " " + sample.task().history().size())) {
            JsonNode messages = messages(sample);
            String origin = sample.provenance().origin();
            templates.forEach(template -> template.require(messages, "what is asked at " + origin));
        }
    }

    private static ArrayNode messages(Sample sample) {
        ArrayNode messages = JsonNodeFactory.instance.arrayNode();
        if (sample.task().system() != null) {
            add(messages, "system", sample.task().system());
        }
        for (Message message : sample.task().history()) {
            add(messages, message.role().name().toLowerCase(Locale.ROOT), message.content());
        }
        add(messages, "user", sample.text());
        add(messages, "assistant", "Yes.");
        return messages;
    }

    private static void add(ArrayNode messages, String role, String content) {
        messages.addObject().put("role", role).put("content", content);
    }
}
