package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The templates that come with Reflux, with the special tokens of the models they are those of. */
public enum BuiltInTemplates {
    ALPACA("", "</s>"),
    CHATML("", "<|im_end|>"),
    DEEPSEEK("<｜begin▁of▁sentence｜>", "<｜end▁of▁sentence｜>"),
    GEMMA("<bos>", "<end_of_turn>"),
    LLAMA_2("<s>", "</s>"),
    LLAMA_3("<|begin_of_text|>", "<|eot_id|>"),
    MISTRAL("<s>", "</s>"),
    PHI("", "<|endoftext|>"),
    QWEN("", "<|im_end|>"),
    ZEPHYR("", "</s>");

    private final Map<String, JsonNode> tokens = new LinkedHashMap<>();

    BuiltInTemplates(String begin, String end) {
        tokens.put("bos_token", new TextNode(begin));
        tokens.put("eos_token", new TextNode(end));
    }

    /** How it is named in a campaign: {@code llama-3}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The token that begins a text, as most servers put it there themselves; empty where there is none. */
    public String begin() {
        return tokens.get("bos_token").textValue();
    }

    /** All names, sorted. */
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (BuiltInTemplates template : values()) {
            names.add(template.id());
        }
        return names;
    }

    static ChatTemplate find(String name) {
        Optional<BuiltInTemplates> found = List.of(values()).stream()
                .filter(template -> template.id().equals(name))
                .findFirst();
        return found.orElseThrow(() ->
                        new ChatTemplateException(name, "it must be one of " + names() + ", or the path of a file"))
                .load();
    }

    private ChatTemplate load() {
        String file = id() + ".jinja";
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Chat template " + file + " must be on the class path, found nothing");
            }
            String source = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ChatTemplate(id(), Map.of("default", source), tokens);
        } catch (IOException e) {
            throw new UncheckedIOException("Chat template " + file + " cannot be read", e);
        }
    }
}
