package dev.reflux.activities.dataset.merge.decontaminate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings.Rule;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real and planted overlaps of real instructions with real benchmarks, against sets of n-grams as plain strings. */
class OverlapTruthTest {

    private static final int SHORTEST = 5;

    @ParameterizedTest
    @ValueSource(ints = {5, 8, 13})
    void findsEveryNgramInCommonAndNoOther(int size) throws IOException {
        List<BenchmarkItem> benchmarks = RealData.benchmarks();
        List<String> texts = planted(RealData.instructions(), benchmarks);

        Set<String> truth = truth(texts, benchmarks, size);
        Decontaminated found = Decontaminated.of(Decontaminated.samples(texts), benchmarks, Decontaminated.any(size));

        System.out.printf(
                "%d-grams: %d of %d texts overlap with %d items%n",
                size, truth.size(), texts.size(), benchmarks.size());
        assertThat(new TreeSet<>(found.dropped().keySet())).isEqualTo(truth);
        assertThat(truth.size()).isBetween(texts.size() / 10, texts.size() / 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"GPT_3", "LLAMA_3", "TULU_3"})
    void judgesEachPairByItsShareAsPlainSetsDo(Preset preset) throws IOException {
        List<BenchmarkItem> benchmarks = RealData.benchmarks();
        List<String> texts = planted(RealData.instructions(), benchmarks);
        List<String> some = texts.subList(texts.size() - 400, texts.size());

        OverlapFinder finder = new OverlapFinder(benchmarks, preset.overlap(), SHORTEST);
        Map<String, Set<Integer>> owners = owners(benchmarks, preset.overlap().size());
        for (String text : some) {
            Set<Integer> found = new TreeSet<>();
            finder.find(List.of(text)).forEach(hit -> found.add(hit.item()));
            assertThat(found).as(text).isEqualTo(shareTruth(text, benchmarks, owners, preset.overlap()));
        }
    }

    @Test
    void everyQuestionThatIsPlantedAsItIsIsFoundByEveryPreset() throws IOException {
        List<BenchmarkItem> benchmarks = RealData.benchmarks();
        List<String> questions = new ArrayList<>();
        benchmarks.forEach(item ->
                item.texts().stream().filter(text -> !words(text).isEmpty()).forEach(questions::add));
        for (Preset preset : Preset.values()) {
            Decontaminated found =
                    Decontaminated.of(Decontaminated.samples(questions), benchmarks, Decontaminated.preset(preset));

            assertThat(found.dropped()).as(preset.name()).hasSize(questions.size());
        }
    }

    /** Instructions with questions, or parts of them, put into some. */
    private static List<String> planted(List<String> instructions, List<BenchmarkItem> benchmarks) {
        Random random = new Random(7);
        List<String> texts = new ArrayList<>(instructions);
        for (int i = 0; i < 2000; i++) {
            List<String> asked =
                    benchmarks.get(random.nextInt(benchmarks.size())).texts();
            String[] question = asked.get(random.nextInt(asked.size())).split("\\s+");
            int from = random.nextInt(question.length);
            int to = Math.min(question.length, from + random.nextInt(2, 30));
            String part =
                    i % 4 == 0 ? String.join(" ", question) : String.join("  ", Arrays.copyOfRange(question, from, to));
            String around = instructions.get(random.nextInt(instructions.size()));
            texts.add(i % 3 == 0 ? part.toUpperCase(Locale.ROOT) : around + "\n" + part + ". " + around);
        }
        return texts;
    }

    private static Set<String> truth(List<String> texts, List<BenchmarkItem> benchmarks, int size) {
        Set<String> ngrams = new HashSet<>();
        Set<String> within = new HashSet<>();
        Set<String> whole = new HashSet<>();
        for (BenchmarkItem item : benchmarks) {
            for (String text : item.texts()) {
                List<String> words = words(text);
                if (words.size() >= size) {
                    ngrams.addAll(runs(words, size));
                } else if (!words.isEmpty()) {
                    (words.size() >= SHORTEST ? within : whole).add(String.join(" ", words));
                }
            }
        }
        Set<String> found = new TreeSet<>();
        for (int i = 0; i < texts.size(); i++) {
            List<String> words = words(texts.get(i));
            boolean isIn = whole.contains(String.join(" ", words))
                    || runs(words, size).stream().anyMatch(ngrams::contains);
            for (int length = SHORTEST; length < size && !isIn; length++) {
                isIn = runs(words, length).stream().anyMatch(within::contains);
            }
            if (isIn) {
                found.add("id-" + i);
            }
        }
        return found;
    }

    private static Map<String, Set<Integer>> owners(List<BenchmarkItem> benchmarks, int size) {
        Map<String, Set<Integer>> owners = new HashMap<>();
        for (int item = 0; item < benchmarks.size(); item++) {
            for (String text : benchmarks.get(item).texts()) {
                List<String> words = words(text);
                for (String run : runs(words, Math.min(size, words.size()))) {
                    owners.computeIfAbsent(run, none -> new TreeSet<>()).add(item);
                }
            }
        }
        return owners;
    }

    private static Set<Integer> shareTruth(
            String text, List<BenchmarkItem> benchmarks, Map<String, Set<Integer>> owners, Overlap overlap) {
        List<String> words = words(text);
        Set<Integer> candidates = new TreeSet<>();
        for (int length = 1; length <= overlap.size(); length++) {
            runs(words, length).forEach(run -> candidates.addAll(owners.getOrDefault(run, Set.of())));
        }
        candidates.removeIf(item ->
                benchmarks.get(item).texts().stream().noneMatch(asked -> isFound(words, words(asked), overlap)));
        return candidates;
    }

    private static boolean isFound(List<String> sample, List<String> asked, Overlap overlap) {
        if (asked.size() < overlap.size()) {
            return sample.equals(asked)
                    || asked.size() >= SHORTEST && runs(sample, asked.size()).contains(String.join(" ", asked));
        }
        Set<String> runs = new HashSet<>(runs(sample, overlap.size()));
        boolean[] covered = new boolean[asked.size()];
        for (int first = 0; first + overlap.size() <= asked.size(); first++) {
            if (runs.contains(String.join(" ", asked.subList(first, first + overlap.size())))) {
                Arrays.fill(covered, first, first + overlap.size(), true);
            }
        }
        int count = 0;
        for (boolean each : covered) {
            count += each ? 1 : 0;
        }
        double share = (double) count / asked.size();
        return count > 0
                && (overlap.rule() == Rule.ANY
                        || (overlap.rule() == Rule.AT_LEAST ? share >= overlap.share() : share > overlap.share()));
    }

    private static List<String> runs(List<String> words, int size) {
        List<String> runs = new ArrayList<>();
        for (int first = 0; first + size <= words.size(); first++) {
            runs.add(String.join(" ", words.subList(first, first + size)));
        }
        return runs;
    }

    private static List<String> words(String text) {
        String spaced = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("([\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}&&\\p{L}])", " $1 ")
                .replaceAll("[^\\p{L}\\p{Nd}\\p{Mn}\\p{Mc}]+", " ")
                .strip();
        return spaced.isEmpty() ? List.of() : List.of(spaced.split(" +"));
    }
}
