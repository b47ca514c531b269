package dev.reflux.activities.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.reflux.activities.template.BuiltInTemplates;
import dev.reflux.activities.template.ChatTemplate;
import dev.reflux.activities.template.ChatTemplateException;
import dev.reflux.activities.template.RenderOptions;
import dev.reflux.activities.template.Rendered;
import dev.reflux.config.Environment;
import dev.reflux.config.Export;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.SpecialTokens;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The chat template of a {@code text} export, with everything that is set for it: the same messages give the same row on any day. */
public final class TextTemplate {
    /** Two days that differ in all that a template may tell of them. */
    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2001, 2, 3), LocalDate.of(2012, 11, 28));

    private final Export export;
    private final ChatTemplate template;
    private final RenderOptions options;

    private TextTemplate(Export export, ChatTemplate template, RenderOptions options) {
        this.export = export;
        this.template = template;
        this.options = options;
    }

    /**
     * Loads it.
     *
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws InvalidCampaignException if there is no such template, it cannot be read, or the day is none
     */
    static TextTemplate of(Export export, Path folder, Environment environment) {
        String named = environment.resolve(export.template());
        try {
            return new TextTemplate(export, ChatTemplate.named(named, folder), options(export, environment));
        } catch (ChatTemplateException e) {
            throw broken(export, e.getMessage());
        }
    }

    static boolean isBuiltIn(String name) {
        return BuiltInTemplates.names().contains(name);
    }

    private static RenderOptions options(Export export, Environment environment) {
        RenderOptions options = RenderOptions.PLAIN.withGenerationPrompt(export.generationPrompt());
        SpecialTokens tokens = export.tokens() == null ? new SpecialTokens(null, null) : export.tokens();
        options = with(options, "bos_token", tokens.bos(), environment);
        options = with(options, "eos_token", tokens.eos(), environment);
        options = export.masks() ? options.withMasks() : options;
        return options.at(day(export));
    }

    private static RenderOptions with(RenderOptions options, String name, String token, Environment environment) {
        return token == null ? options : options.with(name, new TextNode(environment.resolve(token)));
    }

    /** The first of two days where the campaign names none: then the text is the same on both, or refused. */
    private static LocalDateTime day(Export export) {
        try {
            LocalDate day = export.date() == null ? DAYS.get(0) : LocalDate.parse(export.date());
            return day.atStartOfDay();
        } catch (DateTimeException e) {
            throw broken(export, "date must be a day, got " + export.date() + "; write one such as 2025-01-31");
        }
    }

    /**
     * Renders messages, which stand for others like them.
     *
     * @param whose where they are from, for the message
     * @throws InvalidCampaignException if the template cannot render them, or not the same on every day
     */
    void require(JsonNode messages, String whose) {
        try {
            String text = template.render(messages, options).text();
            RenderOptions later = options.at(DAYS.get(1).atStartOfDay());
            if (export.date() == null
                    && !text.equals(template.render(messages, later).text())) {
                throw broken(
                        export,
                        "date must be given where the template writes the day into the text, got nothing; write, say,"
                                + " date: 2025-01-31");
            }
        } catch (ChatTemplateException e) {
            throw broken(export, "template must render " + whose + ". " + e.getMessage());
        }
    }

    /**
     * The row of a conversation, or of a prompt.
     *
     * @throws ChatTemplateException if the template refuses it
     */
    ObjectNode row(JsonNode messages) {
        Rendered rendered = template.render(messages, options);
        return TextRow.of(rendered, export.masks());
    }

    /** A row of the export's shape. */
    ObjectNode model() {
        return TextRow.of(new Rendered("", List.of(new Rendered.Span(0, 1))), export.masks());
    }

    private static InvalidCampaignException broken(Export export, String problem) {
        return new InvalidCampaignException("exports (" + export.path() + "): " + problem);
    }
}
