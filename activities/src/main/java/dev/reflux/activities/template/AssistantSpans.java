package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.reflux.activities.template.Rendered.Span;
import dev.reflux.activities.template.jinja.Output;
import dev.reflux.activities.template.python.TemplateFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what the assistant wrote in a rendered text whose template does not mark it, or fails.
 *
 * <p>A turn of the assistant is what the text has behind the prompt the model would have been given (the messages before it, with the
 * generation prompt), up to where the messages end with that turn. It is known only if both of these are beginnings of the whole
 * text, and the turn's content stands in between. Behind the token that ends a turn, white space is the template's.
 */
final class AssistantSpans {

    private final ChatTemplate template;
    private final JsonNode messages;
    private final RenderOptions options;
    private final String whole;

    AssistantSpans(ChatTemplate template, JsonNode messages, RenderOptions options, String whole) {
        this.template = template;
        this.messages = messages;
        this.options = new RenderOptions(false, false, options.tools(), options.now(), options.variables());
        this.whole = whole;
    }

    /** What generation blocks made. */
    static List<Span> marked(Output output) {
        if (output.misplaced()) {
            throw new TemplateFailure(
                    "masks need generation blocks outside of macros and set blocks, and one is within");
        }
        List<Span> spans = new ArrayList<>();
        for (int[] block : output.generated()) {
            add(output.text(), block[0], block[1], spans);
        }
        return spans;
    }

    private static void add(String text, int from, int to, List<Span> spans) {
        if (from < to) {
            spans.add(new Span(text.codePointCount(0, from), text.codePointCount(0, to)));
        }
    }

    List<Span> found() {
        List<Span> spans = new ArrayList<>();
        for (int turn = 0; turn < messages.size(); turn++) {
            if (messages.get(turn).path("role").asText().equals("assistant")) {
                find(turn, spans);
            }
        }
        return spans;
    }

    private void find(int turn, List<Span> spans) {
        String before = rendered(turn, false);
        String prompt = rendered(turn, true);
        String after = rendered(turn + 1, false);
        if (!whole.startsWith(prompt) || !whole.startsWith(after) || after.length() < prompt.length()) {
            throw unknown(turn, "the text does not begin as the turns before it alone are rendered");
        }
        String written = after.substring(prompt.length());
        String content = messages.get(turn).path("content").asText("").strip();
        boolean there = prompt.equals(before) ? written.strip().startsWith(content) : written.contains(content);
        if (!there) {
            throw unknown(turn, "its content does not stand where the prompt ends");
        }
        add(whole, prompt.length(), prompt.length() + end(written), spans);
    }

    private int end(String written) {
        String ending = template.token("eos_token", options);
        String bare = written.stripTrailing();
        return ending != null && !ending.isEmpty() && bare.endsWith(ending) ? bare.length() : written.length();
    }

    private String rendered(int turns, boolean prompt) {
        ArrayNode first = JsonNodeFactory.instance.arrayNode();
        for (int turn = 0; turn < turns; turn++) {
            first.add(messages.get(turn));
        }
        return template.render(first, options.withGenerationPrompt(prompt)).text();
    }

    private ChatTemplateException unknown(int turn, String why) {
        return new ChatTemplateException(
                template.name(),
                "what the assistant wrote in message " + (turn + 1) + " cannot be known, because " + why
                        + "; mark it by {% generation %} in the template, or export without masks");
    }
}
