package dev.reflux.activities.template;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A tokenizer's folder: the template in its configuration or in a file beside it, which goes first, and the special tokens. */
final class TemplateFolder {

    private static final String CONFIGURATION = "tokenizer_config.json";
    private static final String TEMPLATE = "chat_template.jinja";
    private static final List<String> TOKENS =
            List.of("bos_token", "eos_token", "unk_token", "sep_token", "pad_token", "cls_token", "mask_token");
    private static final JsonMapper JSON = new JsonMapper();

    private final Path path;

    TemplateFolder(Path path) {
        this.path = path;
    }

    List<Path> files() {
        Path first = Files.isDirectory(path) ? path.resolve(TEMPLATE) : path;
        return Stream.of(first, first.resolveSibling(TEMPLATE), first.resolveSibling(CONFIGURATION))
                .distinct()
                .filter(Files::isRegularFile)
                .toList();
    }

    ChatTemplate load() {
        boolean folder = Files.isDirectory(path);
        Path file = folder ? path.resolve(TEMPLATE) : path;
        if (file.toString().endsWith(".json") || folder && !Files.exists(file)) {
            Path configuration = folder ? path.resolve(CONFIGURATION) : path;
            return fromConfiguration(configuration, read(configuration));
        }
        String source = text(file);
        Path beside = file.resolveSibling(CONFIGURATION);
        Map<String, JsonNode> tokens = Files.exists(beside) ? tokens(beside, read(beside)) : Map.of();
        return new ChatTemplate(file.toString(), Map.of("default", source), tokens);
    }

    private ChatTemplate fromConfiguration(Path file, JsonNode configuration) {
        Map<String, String> sources = new LinkedHashMap<>();
        JsonNode template = configuration.path("chat_template");
        if (template.isTextual()) {
            sources.put("default", template.textValue());
        }
        if (template.isArray()) {
            for (JsonNode one : template) {
                sources.put(textOf(file, one, "name"), textOf(file, one, "template"));
            }
        }
        Path beside = file.resolveSibling(TEMPLATE);
        if (Files.exists(beside)) {
            sources.put("default", text(beside));
        }
        if (sources.isEmpty()) {
            throw problem(file, "it must hold a chat_template, or have a " + TEMPLATE + " beside it, and does not");
        }
        return new ChatTemplate(file.toString(), sources, tokens(file, configuration));
    }

    private static String textOf(Path file, JsonNode template, String field) {
        if (!template.path(field).isTextual()) {
            throw problem(file, "each of its chat_templates must have a " + field + ", and one has not");
        }
        return template.path(field).textValue();
    }

    private static Map<String, JsonNode> tokens(Path file, JsonNode configuration) {
        Map<String, JsonNode> tokens = new LinkedHashMap<>();
        for (String name : TOKENS) {
            JsonNode token = configuration.path(name);
            JsonNode content = token.isObject() ? token.path("content") : token;
            if (content.isTextual() && !content.textValue().isEmpty()) {
                tokens.put(name, new TextNode(content.textValue()));
            } else if (!content.isMissingNode() && !content.isNull() && !content.isTextual()) {
                throw problem(file, name + " must be a text or an object with one as content, got " + token);
            }
        }
        return tokens;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(text(file));
        } catch (JsonProcessingException e) {
            throw problem(
                    file,
                    "it must be JSON, and is not at line " + e.getLocation().getLineNr());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw problem(
                    file,
                    "it cannot be read (" + e.getClass().getSimpleName()
                            + "); it must be a file in UTF-8, or a folder with " + CONFIGURATION + " or " + TEMPLATE);
        }
    }

    private static ChatTemplateException problem(Path file, String problem) {
        return new ChatTemplateException(file.toString(), problem);
    }
}
