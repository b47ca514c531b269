package dev.reflux.activities.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.reflux.activities.PeakMemory;
import dev.reflux.activities.convert.FileRendering;
import dev.reflux.activities.layout.Layout;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Prints how many conversations of four messages, 1,200 characters in all, each built-in template renders a second with
 * masks, in one thread; then the same of a file of them, reading and parsing included.
 */
public final class ChatTemplateBenchmark {

    private static final int CONVERSATIONS = 50_000;
    private static final int DIFFERENT = 1_000;
    private static final int TURNS = 3;
    private static final int LIMIT = 50_000;
    private static final int WORDS = 50;
    private static final List<String> SPEAKERS = List.of("user", "assistant", "user", "assistant");

    private ChatTemplateBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        List<JsonNode> conversations = conversations();
        for (String name : BuiltInTemplates.names()) {
            ChatTemplate template = ChatTemplate.builtIn(name);
            print(name, () -> rendered(template, conversations));
        }
        Path file = Files.createTempFile("reflux-conversations-", ".jsonl");
        write(file, conversations);
        print("a file, by chatml", () -> rendered(file));
        Files.delete(file);
        System.out.println(PeakMemory.shown());
    }

    private static void print(String name, LongSupplier work) {
        double best = Double.MAX_VALUE;
        double first = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            long characters = work.getAsLong();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (characters < CONVERSATIONS) {
                throw new IllegalStateException(name + " rendered " + characters + " characters");
            }
            first = turn == 0 ? seconds : first;
            best = Math.min(best, seconds);
        }
        System.out.printf(
                "%-18s %,9.0f conversations a second at first, %,9.0f at best of %d passes (limit %,d)%n",
                name, CONVERSATIONS / first, CONVERSATIONS / best, TURNS, LIMIT);
    }

    private static long rendered(ChatTemplate template, List<JsonNode> conversations) {
        long characters = 0;
        for (int number = 0; number < CONVERSATIONS; number++) {
            characters += template.render(conversations.get(number % DIFFERENT), RenderOptions.PLAIN.withMasks())
                    .text()
                    .length();
        }
        return characters;
    }

    private static long rendered(Path file) {
        long[] characters = {0};
        new FileRendering(file, ChatTemplate.builtIn("chatml"), RenderOptions.PLAIN.withMasks())
                .run(
                        Layout.MESSAGES,
                        false,
                        (line, text) -> characters[0] += text.text().length());
        return characters[0];
    }

    private static void write(Path file, List<JsonNode> conversations) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int number = 0; number < CONVERSATIONS; number++) {
                out.write("{\"messages\":" + conversations.get(number % DIFFERENT) + "}\n");
            }
        }
    }

    private static List<JsonNode> conversations() {
        Random random = new Random(1);
        List<JsonNode> conversations = new ArrayList<>();
        for (int number = 0; number < DIFFERENT; number++) {
            ArrayNode messages = new JsonMapper().createArrayNode();
            SPEAKERS.forEach(
                    speaker -> messages.addObject().put("role", speaker).put("content", words(random)));
            conversations.add(messages);
        }
        return conversations;
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < WORDS; word++) {
            text.append(word == 0 ? "" : " ").append(Integer.toString(random.nextInt(1_000_000), 36));
        }
        return text.toString();
    }
}
