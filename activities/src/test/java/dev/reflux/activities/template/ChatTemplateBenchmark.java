package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.IntStream;

/** Prints how many small conversations a second each built-in template renders, warm, on all cores. */
public final class ChatTemplateBenchmark {

    private static final int CONVERSATIONS = 200_000;
    private static final int TURNS = 3;

    private ChatTemplateBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        JsonNode messages = new JsonMapper().readTree("""
                        [{"role": "user", "content": "What is the capital of France?"},
                         {"role": "assistant", "content": "Paris."},
                         {"role": "user", "content": "And how many people live there?"},
                         {"role": "assistant", "content": "About two million, eleven with its surroundings."}]
                        """);
        for (String name : BuiltInTemplates.names()) {
            ChatTemplate template = ChatTemplate.builtIn(name);
            for (int turn = 0; turn < TURNS; turn++) {
                long start = System.nanoTime();
                IntStream.range(0, CONVERSATIONS)
                        .parallel()
                        .forEach(one -> template.render(messages, RenderOptions.PLAIN.withMasks()));
                double seconds = (System.nanoTime() - start) / 1e9;
                System.out.printf("%-10s %,12.0f conversations/s%n", name, CONVERSATIONS / seconds);
            }
        }
    }
}
