package dev.reflux.activities.report.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DiversityTest {

    @Test
    void countsDistinctGramsWithinTexts() {
        List<String> texts = List.of("a b a b", "A b c");

        assertThat(Diversity.distinct(texts, 1)).isEqualTo(3 / 7.0);
        assertThat(Diversity.distinct(texts, 2)).isEqualTo(3 / 5.0);
        assertThat(Diversity.distinct(texts, 3)).isEqualTo(1);
        assertThat(Diversity.distinct(texts, 5)).isZero();
    }

    @Test
    void meansTheDistancesOfAllPairs() {
        float[] east = {1, 0};
        float[] north = {0, 1};

        assertThat(Diversity.meanDistance(List.of(east, east))).isZero();
        assertThat(Diversity.meanDistance(List.of(east, north, north))).isEqualTo(2 / 3.0, within(1e-12));
        assertThat(Diversity.meanDistance(List.of(east))).isNull();
    }

    @Test
    void findsTheSubjectsOfTexts() {
        List<String> animals = Stream.of("dog", "cat", "horse", "cow", "sheep", "goat")
                .map(animal -> "How do I feed a " + animal + " on a farm?")
                .toList();
        List<String> sums = IntStream.range(2, 8)
                .mapToObj(i -> "Solve the equation x + " + i + " = " + 3 * i + " for x.")
                .toList();

        Diversity diversity =
                Diversity.of(Stream.concat(animals.stream(), sums.stream()).toList());

        assertThat(diversity.measured()).isEqualTo(12);
        assertThat(diversity.topics()).extracting(Topics.Topic::size).containsExactly(6, 6);
        assertThat(diversity.topics().stream()
                        .map(topic -> topic.example().contains("farm"))
                        .collect(Collectors.toSet()))
                .hasSize(2);
        assertThat(diversity.meanDistance())
                .isGreaterThan(Diversity.of(animals).meanDistance())
                .isGreaterThan(Diversity.of(sums).meanDistance());
        assertThat(diversity)
                .isEqualTo(Diversity.of(
                        Stream.concat(animals.stream(), sums.stream()).toList()));
    }

    @Test
    void measuresOneTextToo() {
        Diversity one = Diversity.of(List.of("Why does it rain?"));

        assertThat(one.topics()).containsExactly(new Topics.Topic("Why does it rain?", 1));
        assertThat(one.meanDistance()).isNull();
    }
}
