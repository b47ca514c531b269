package dev.reflux.worker.endtoend;

import dev.reflux.activities.teacher.Script.Question;
import dev.reflux.activities.teacher.ScriptedAnswer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A campaign over numbered tickets, whose labels a scripted teacher reads off the number. */
final class Tickets {

    static final int POOL = 2_000;

    private static final List<String> LABELS = List.of("billing", "delivery", "returns", "account");
    private static final List<String> WORDS = List.of("invoice money", "parcel van", "send back", "password login");
    private static final Pattern TICKET = Pattern.compile("Ticket (\\d+)");

    private final Path folder;
    private final String teacherUrl;

    /** Writes seeds, pool, holdout and gold into the folder. */
    Tickets(Path folder, String teacherUrl) {
        this.folder = folder;
        this.teacherUrl = teacherUrl;
        write("seeds.jsonl", 100_000, 40, true);
        write("holdout.jsonl", 200_000, 80, true);
        write("pool.jsonl", 0, POOL, false);
        write("gold.jsonl", 0, POOL, true);
    }

    /** Writes a campaign file of this name, one setting a line replaced where wanted. */
    Path campaign(String name, Map<String, String> replacements) {
        String yaml = """
                campaign: %s
                inputs: {seeds: seeds.jsonl, pool: pool.jsonl, holdout: holdout.jsonl, gold: gold.jsonl}
                teacher:
                  provider: openai
                  model: scripted
                  baseUrl: %s
                  apiKey: ${TICKETS_KEY}
                  limits: {concurrency: 32, timeout: 2s}
                  price: {inputPerMillion: 1, outputPerMillion: 2}
                budget: {usd: 1000}
                rounds: {max: 2}
                shards: {size: 100, window: 8, heartbeatTimeout: 6s}
                stages:
                  - pseudo-label: {confidence: logprob, examples: 1}
                  - co-train
                  - confidence-filter: {threshold: 0.5}
                exports:
                  - {format: classification, path: accepted.jsonl}
                """.formatted(name, teacherUrl);
        for (Map.Entry<String, String> replacement : new TreeMap<>(replacements).entrySet()) {
            yaml = yaml.replace(replacement.getKey(), replacement.getValue());
        }
        return write(name + ".yaml", yaml);
    }

    Map<String, String> environment() {
        return Map.of("TICKETS_KEY", "sk-tickets-secret");
    }

    /** The label that belongs to the last ticket named in the question; every tenth answer is unsure. */
    static ScriptedAnswer answer(Question question) {
        Matcher ticket = TICKET.matcher(question.user());
        int number = -1;
        while (ticket.find()) {
            number = Integer.parseInt(ticket.group(1));
        }
        String label = LABELS.get(number % LABELS.size());
        double probability = number % 10 == 3 ? 0.4 : 0.9 + number % 7 / 100.0;
        return new ScriptedAnswer("{\"label\":\"" + label + "\"}", label, probability, Map.of());
    }

    private void write(String file, int from, int count, boolean labelled) {
        StringBuilder lines = new StringBuilder();
        IntStream.range(from, from + count).forEach(number -> lines.append(line(number, labelled)));
        write(file, lines.toString());
    }

    private static String line(int number, boolean labelled) {
        int label = number % LABELS.size();
        String text = "Ticket " + number + " about " + WORDS.get(label) + " in case " + number % 97;
        return labelled
                ? "{\"text\":\"%s\",\"label\":\"%s\"}%n".formatted(text, LABELS.get(label))
                : "{\"text\":\"%s\"}%n".formatted(text);
    }

    private Path write(String file, String text) {
        try {
            return Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
