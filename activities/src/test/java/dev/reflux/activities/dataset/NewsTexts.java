package dev.reflux.activities.dataset;

import dev.reflux.activities.learning.TestData;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Decision;
import dev.reflux.activities.shard.Sample.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Texts of about 500 characters: pieces of news, over and over again, each time with a third of the words replaced. Every
 * fifth text repeats the one before it with one word more. Made-up words where the news are not there.
 */
final class NewsTexts {

    private static final int LENGTH = 500;

    private static final double REPLACED = 0.3;

    private final String[] words;

    NewsTexts() throws IOException {
        Optional<Path> news = TestData.find("dedup/articles_1000.train");
        this.words = news.isPresent()
                ? Files.readString(news.get()).split("\\s+")
                : new Random(1)
                        .ints(300_000, 46656, 66656)
                        .mapToObj(word -> Integer.toString(word, 36))
                        .toArray(String[]::new);
    }

    Sample sample(int number) {
        String text = number % 5 == 4 ? text(number - 1) + " and " + number : text(number);
        Provenance from = new Provenance("pool.jsonl:" + number, "small-model", null, 1, "pseudo-label");
        return new Sample("id-" + number, text, null, null, List.of(), Decision.ACCEPTED, null, from);
    }

    private String text(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder(LENGTH + 20);
        for (int at = (int) (number * 80L % words.length); text.length() < LENGTH; at = (at + 1) % words.length) {
            boolean isReplaced = random.nextDouble() < REPLACED;
            text.append(words[isReplaced ? random.nextInt(words.length) : at]).append(' ');
        }
        return text.toString();
    }
}
