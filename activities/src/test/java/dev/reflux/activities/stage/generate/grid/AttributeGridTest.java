package dev.reflux.activities.stage.generate.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.reflux.config.InvalidSettingException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AttributeGridTest {

    private static final int DRAWS = 20_000;

    private static final Attribute AREA = values(List.of("sport", "art"), List.of(3.0, 1.0));
    private static final Attribute TOPIC = new Attribute(
            List.of(),
            List.of(),
            null,
            null,
            null,
            "area",
            List.of(
                    new Attribute.Case("sport", List.of("tennis", "rowing"), List.of()),
                    new Attribute.Case("art", List.of("opera"), List.of())));

    @Test
    void drawsByWeight() {
        Map<String, Integer> counts = new HashMap<>();
        Random random = new Random(1);
        for (int i = 0; i < DRAWS; i++) {
            counts.merge(AttributeGrid.draw(Map.of("area", AREA), random).get("area"), 1, Integer::sum);
        }

        assertThat(counts.get("sport") / (double) DRAWS).isCloseTo(0.75, within(0.01));
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        Map<String, Attribute> grid = new TreeMap<>(Map.of("area", AREA, "topic", TOPIC));

        assertThat(AttributeGrid.draw(grid, new Random(7))).isEqualTo(AttributeGrid.draw(grid, new Random(7)));
    }

    @Test
    void drawsWhatBelongsToTheAttributeDependedOn() {
        Random random = new Random(3);
        for (int i = 0; i < 200; i++) {
            Map<String, String> drawn = AttributeGrid.draw(Map.of("topic", TOPIC, "area", AREA), random);
            assertThat(drawn.get("topic").equals("opera"))
                    .isEqualTo(drawn.get("area").equals("art"));
        }
    }

    @Test
    void reachesBothEndsOfARange() {
        Random random = new Random(4);
        Uniform tenths = new Uniform(-0.1, 0.1, 1);
        Dates days = new Dates("2024-02-28", "2024-03-01");

        assertThat(random.ints(200, 0, 2).mapToObj(i -> tenths.draw(random)).distinct())
                .containsExactlyInAnyOrder("-0.1", "0.0", "0.1");
        assertThat(random.ints(200, 0, 2).mapToObj(i -> days.draw(random)).distinct())
                .containsExactlyInAnyOrder("2024-02-28", "2024-02-29", "2024-03-01");
    }

    @Test
    void drawsNumbersAboutTheMean() {
        Random random = new Random(5);
        Gaussian ages = new Gaussian(40, 10, 2);
        double[] drawn = random.ints(DRAWS, 0, 2)
                .mapToDouble(i -> Double.parseDouble(ages.draw(random)))
                .toArray();
        double mean = Arrays.stream(drawn).average().orElseThrow();
        double variance = Arrays.stream(drawn)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(40, within(0.3));
        assertThat(Math.sqrt(variance)).isCloseTo(10, within(0.3));
    }

    @Test
    void fillsInOnceAndLeavesOtherBraces() {
        assertThat(AttributeGrid.fill("About {area} as {\"a\": 1}", Map.of("area", "{area} $1")))
                .isEqualTo("About {area} $1 as {\"a\": 1}");
    }

    @Test
    void refusesAPlaceholderWithoutAttribute() {
        assertThatThrownBy(() -> AttributeGrid.requireWhole("About {aera}", Map.of("area", AREA)))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> {
                    assertThat(refusal.key()).isEqualTo("prompt");
                    assertThat(refusal.value()).isEqualTo("{aera}");
                });
    }

    @Test
    void refusesAnAttributeThatNothingUses() {
        assertThatThrownBy(() -> AttributeGrid.requireWhole("Write {area}", Map.of("area", AREA, "tone", AREA)))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> assertThat(refusal.value())
                        .contains("{tone}"));
    }

    @Test
    void refusesAValueWithoutACase() {
        Attribute area = values(List.of("sport", "art", "law"), List.of());

        assertThatThrownBy(() -> AttributeGrid.requireWhole("{topic}", Map.of("area", area, "topic", TOPIC)))
                .isInstanceOfSatisfying(InvalidSettingException.class, refusal -> assertThat(refusal.value())
                        .contains("law"));
        assertThatThrownBy(() -> AttributeGrid.requireWhole("{topic}", Map.of("topic", TOPIC)))
                .isInstanceOf(InvalidSettingException.class);
    }

    @Test
    void refusesWhatCannotBeDrawn() {
        assertThatThrownBy(() -> values(List.of("a", "b"), List.of(1.0))).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> values(List.of(), List.of())).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new Uniform(0.2, 0.8, 0)).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new Dates("2024-03-01", "2024-02-01")).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new Dates("soon", "later")).isInstanceOf(InvalidSettingException.class);
    }

    private static Attribute values(List<String> values, List<Double> weights) {
        return new Attribute(values, weights, null, null, null, null, List.of());
    }
}
