package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.activities.template.Rendered.Span;
import dev.reflux.activities.template.jinja.JinjaTemplate;
import dev.reflux.activities.template.jinja.Output;
import dev.reflux.activities.template.python.Nothing;
import dev.reflux.activities.template.python.PythonJson;
import dev.reflux.activities.template.python.TemplateFailure;
import dev.reflux.activities.template.python.Truth;
import dev.reflux.activities.template.python.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A model's chat template: renders the very bytes that {@code apply_chat_template} of Hugging Face transformers renders, or fails.
 *
 * <p>Messages are data: a template in their content is written as it stands. May be used by several threads at once.
 */
public final class ChatTemplate {

    private static final String DEFAULT = "default";
    private static final String TOOL_USE = "tool_use";

    private final String name;
    private final Map<String, JinjaTemplate> variants = new LinkedHashMap<>();
    private final Map<String, Value> tokens = new LinkedHashMap<>();

    ChatTemplate(String name, Map<String, String> sources, Map<String, JsonNode> tokens) {
        this.name = name;
        sources.forEach((variant, source) -> variants.put(variant, parsed(variant, source)));
        tokens.forEach((token, text) -> this.tokens.put(token, PythonJson.read(text)));
    }

    /**
     * Loads a {@code tokenizer_config.json}, a {@code chat_template.jinja} (with the special tokens of the configuration beside it, if
     * there is one) or a folder that holds either.
     *
     * @throws ChatTemplateException if there is no template, or it cannot be read
     */
    public static ChatTemplate load(Path path) {
        return new TemplateFolder(path).load();
    }

    /**
     * A template by a name of {@link BuiltInTemplates#names()}, or else by its path.
     *
     * @param folder against which a relative path is meant
     * @throws ChatTemplateException if there is none, or it cannot be read
     */
    public static ChatTemplate named(String named, Path folder) {
        Path path = folder.resolve(named).normalize();
        boolean isFile = !BuiltInTemplates.names().contains(named) && Files.exists(path);
        return isFile ? load(path) : builtIn(named);
    }

    /** The files that {@link #load} reads: the one that is named, or those of the folder, and what stands beside them. */
    public static List<Path> files(Path path) {
        return new TemplateFolder(path).files();
    }

    /**
     * A template that comes with Reflux, by a name of {@link BuiltInTemplates#names()}.
     *
     * @throws ChatTemplateException if there is none of that name
     */
    public static ChatTemplate builtIn(String name) {
        return BuiltInTemplates.find(name);
    }

    /** A template from its text, without special tokens. */
    public static ChatTemplate of(String name, String source) {
        return new ChatTemplate(name, Map.of(DEFAULT, source), Map.of());
    }

    private JinjaTemplate parsed(String variant, String source) {
        try {
            return JinjaTemplate.parse(source);
        } catch (TemplateFailure e) {
            throw new ChatTemplateException(variant.equals(DEFAULT) ? name : name + " (" + variant + ")", e);
        }
    }

    /**
     * Renders messages.
     *
     * @param messages a list of objects such as {@code {"role": "user", "content": "Hi"}}
     * @throws ChatTemplateException if the template refuses the messages, needs what is not supported, or masks are wanted and what
     *     the assistant wrote cannot be known
     */
    public Rendered render(JsonNode messages, RenderOptions options) {
        if (!messages.isArray()) {
            throw new ChatTemplateException(
                    name,
                    "messages must be a list, got "
                            + messages.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        JinjaTemplate template = variant(options);
        try {
            Output output = output(template, variables(messages, options), options);
            return new Rendered(
                    output.text(), options.masks() ? spans(template, output, messages, options) : List.of());
        } catch (TemplateFailure e) {
            throw new ChatTemplateException(name, e);
        }
    }

    /**
     * Transformers sets tools and documents to {@code None} where there are none. Some templates walk through them all the same and
     * fail there, having been written for engines that leave them undefined; those are given them so.
     */
    private Output output(JinjaTemplate template, Map<String, Value> variables, RenderOptions options) {
        LocalDateTime now = options.now() == null ? LocalDateTime.now() : options.now();
        try {
            return template.render(variables, now);
        } catch (TemplateFailure e) {
            boolean without = variables.remove("tools", Nothing.NONE) | variables.remove("documents", Nothing.NONE);
            if (e.isRaised() || !without) {
                throw e;
            }
            return template.render(variables, now);
        }
    }

    private List<Span> spans(JinjaTemplate template, Output output, JsonNode messages, RenderOptions options) {
        return template.marksGeneration()
                ? AssistantSpans.marked(output)
                : new AssistantSpans(this, messages, options, output.text()).found();
    }

    private JinjaTemplate variant(RenderOptions options) {
        String wanted = options.tools() != null && variants.containsKey(TOOL_USE) ? TOOL_USE : DEFAULT;
        JinjaTemplate template = variants.get(wanted);
        if (template == null) {
            throw new ChatTemplateException(
                    name, "one of its templates must be named default, got " + variants.keySet());
        }
        return template;
    }

    private Map<String, Value> variables(JsonNode messages, RenderOptions options) {
        Map<String, Value> variables = new LinkedHashMap<>(tokens);
        variables.put("messages", PythonJson.read(messages));
        variables.put("tools", options.tools() == null ? Nothing.NONE : PythonJson.read(options.tools()));
        variables.put("documents", Nothing.NONE);
        variables.put("add_generation_prompt", Truth.of(options.addGenerationPrompt()));
        options.variables().forEach((variable, value) -> {
            if (value == null) {
                variables.remove(variable);
            } else {
                variables.put(variable.intern(), PythonJson.read(value));
            }
        });
        return variables;
    }

    /** The special token of a name such as {@code eos_token}, or null. */
    String token(String token, RenderOptions options) {
        JsonNode given = options.variables().get(token);
        Value own = tokens.get(token);
        return given != null ? given.textValue() : own == null ? null : own.text();
    }

    String name() {
        return name;
    }
}
