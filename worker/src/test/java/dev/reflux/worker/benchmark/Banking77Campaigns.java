package dev.reflux.worker.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import dev.reflux.worker.endtoend.Repository;
import dev.reflux.worker.endtoend.TemporalServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The two Banking77 example campaigns on three random seeds; needs the data set in the folder BANKING77_DIR. */
final class Banking77Campaigns {

    private Banking77Campaigns() {}

    static void run(Path folder) throws IOException {
        String data = System.getenv().getOrDefault("BANKING77_DIR", "");
        if (!Files.exists(Path.of(data, "banking77_train.csv"))) {
            System.out.println(
                    "skipped: BANKING77_DIR names no folder with banking77_train.csv and banking77_test.csv");
            return;
        }
        try (TemporalServer server = TemporalServer.start(folder)) {
            System.out.println(
                    "| campaign | seed | round | accepted | share | precision | student | seeds only | seconds |");
            System.out.println("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            for (String campaign : new String[] {"banking77", "banking77-precision"}) {
                for (int seed = 1; seed <= 3; seed++) {
                    Path example = Repository.root().resolve("examples/" + campaign + ".yaml");
                    Path copy = named(folder, example, campaign + "-" + seed);
                    Map<String, String> variables = Map.of("BANKING77_DIR", data, "RANDOM_SEED", String.valueOf(seed));
                    print(campaign, seed, MeasuredCampaign.run(server, copy, variables));
                }
            }
        }
    }

    /** One Temporal server holds one campaign of a name. */
    private static Path named(Path folder, Path example, String name) throws IOException {
        String yaml = Files.readString(example).replaceFirst("(?m)^campaign: .*$", "campaign: " + name);
        return Files.writeString(folder.resolve(name + ".yaml"), yaml);
    }

    private static void print(String campaign, int seed, MeasuredCampaign measured) {
        for (int number = 1; number <= measured.rounds(); number++) {
            JsonNode round = measured.round(number);
            JsonNode student = round.get("student");
            System.out.printf(
                    "| %s | %d | %d | %d | %.3f | %.4f | %.4f | %.4f | %.1f |%n",
                    campaign,
                    seed,
                    number,
                    round.get("accepted").asLong(),
                    round.get("accepted").asDouble() / round.get("input").asDouble(),
                    round.get("acceptedPrecision").asDouble(),
                    student.get("holdoutAccuracy").asDouble(),
                    student.get("baselineAccuracy").asDouble(),
                    round.get("seconds").asDouble());
        }
    }
}
