package dev.reflux.activities.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.reflux.activities.learning.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Three people's verdicts on 999 pairs of answers, held to the textbooks' matrices filled in cell by cell. */
class PandaLmAgreementTest {

    private static final int VALUES = 3;
    private static final double EXACT = 1e-9;

    @Test
    void kappaIsThatOfTheConfusionMatrix() throws IOException {
        List<List<Double>> pairs = pairs();
        for (int one = 0; one < 2; one++) {
            for (int two = one + 1; two < 3; two++) {
                List<Double> first = column(pairs, one);
                List<Double> second = column(pairs, two);
                Double plain = CohenKappa.of(Distance.NOMINAL, first, second);
                Double weighted = CohenKappa.of(Distance.INTERVAL, first, second);
                System.out.printf(
                        "PandaLM annotators %d and %d: kappa %.6f, quadratic %.6f%n",
                        one + 1, two + 1, plain, weighted);
                assertThat(plain).isEqualTo(kappa(first, second, false), within(EXACT));
                assertThat(weighted).isEqualTo(kappa(first, second, true), within(EXACT));
            }
        }
    }

    @Test
    void alphaIsThatOfTheCoincidenceMatrix() throws IOException {
        assertAlpha("whole", pairs());
    }

    @Test
    void alphaIsThatOfTheCoincidenceMatrixWhereRatingsAreMissing() throws IOException {
        List<List<Double>> pairs = pairs();
        for (int at = 0; at < pairs.size(); at++) {
            if (at % 4 != 3) {
                pairs.get(at).set(at % 4, null);
            }
            if (at % 5 == 0) {
                pairs.get(at).set(at % 3, null);
            }
        }
        assertAlpha("with gaps", pairs);
    }

    private static void assertAlpha(String name, List<List<Double>> pairs) {
        Double nominal = KrippendorffAlpha.of(Distance.NOMINAL, pairs);
        Double interval = KrippendorffAlpha.of(Distance.INTERVAL, pairs);
        System.out.printf("PandaLM %s: alpha nominal %.6f, interval %.6f%n", name, nominal, interval);
        assertThat(nominal).isEqualTo(alpha(pairs, false), within(EXACT));
        assertThat(interval).isEqualTo(alpha(pairs, true), within(EXACT));
    }

    /** Unweighted: (p_o − p_e) / (1 − p_e). Weighted: 1 − Σ w·o / Σ w·e over the cells. */
    private static double kappa(List<Double> first, List<Double> second, boolean isWeighted) {
        double[][] cells = new double[VALUES][VALUES];
        for (int at = 0; at < first.size(); at++) {
            cells[first.get(at).intValue()][second.get(at).intValue()] += 1.0 / first.size();
        }
        double agreed = 0;
        double byChance = 0;
        double weighedObserved = 0;
        double weighedExpected = 0;
        for (int row = 0; row < VALUES; row++) {
            for (int column = 0; column < VALUES; column++) {
                double expected = sumOfRow(cells, row) * sumOfColumn(cells, column);
                agreed += row == column ? cells[row][column] : 0;
                byChance += row == column ? expected : 0;
                weighedObserved += Math.pow(row - column, 2) * cells[row][column];
                weighedExpected += Math.pow(row - column, 2) * expected;
            }
        }
        return isWeighted ? 1 - weighedObserved / weighedExpected : (agreed - byChance) / (1 - byChance);
    }

    /** 1 − (n − 1) · Σ o_ck δ² / Σ n_c n_k δ², with every pair of a unit's values entered at 1 / (m − 1). */
    private static double alpha(List<List<Double>> units, boolean isInterval) {
        double[][] coincidences = new double[VALUES][VALUES];
        for (List<Double> unit : units) {
            List<Double> values = unit.stream().filter(value -> value != null).toList();
            for (int one = 0; one < values.size(); one++) {
                for (int two = 0; two < values.size(); two++) {
                    if (one != two) {
                        coincidences[values.get(one).intValue()][values.get(two).intValue()] +=
                                1.0 / (values.size() - 1);
                    }
                }
            }
        }
        double total = 0;
        double observed = 0;
        double expected = 0;
        for (int row = 0; row < VALUES; row++) {
            total += sumOfRow(coincidences, row);
            for (int column = 0; column < VALUES; column++) {
                double delta = isInterval ? Math.pow(row - column, 2) : row == column ? 0 : 1;
                observed += coincidences[row][column] * delta;
                expected += sumOfRow(coincidences, row) * sumOfRow(coincidences, column) * delta;
            }
        }
        return 1 - (total - 1) * observed / expected;
    }

    private static double sumOfRow(double[][] cells, int row) {
        double sum = 0;
        for (double cell : cells[row]) {
            sum += cell;
        }
        return sum;
    }

    private static double sumOfColumn(double[][] cells, int column) {
        double sum = 0;
        for (double[] row : cells) {
            sum += row[column];
        }
        return sum;
    }

    private static List<Double> column(List<List<Double>> pairs, int annotator) {
        return pairs.stream().map(pair -> pair.get(annotator)).toList();
    }

    private static List<List<Double>> pairs() throws IOException {
        Optional<Path> file = TestData.find("judge/pandalm_testset_v1.json");
        Assumptions.assumeTrue(file.isPresent(), "needs judge/pandalm_testset_v1.json below REFLUX_TEST_DATA");
        List<List<Double>> pairs = new ArrayList<>();
        for (JsonNode pair : new JsonMapper().readTree(Files.readString(file.get()))) {
            List<Double> ratings = new ArrayList<>();
            for (int annotator = 1; annotator <= 3; annotator++) {
                ratings.add(pair.path("annotator" + annotator).doubleValue());
            }
            pairs.add(ratings);
        }
        assertThat(pairs).hasSize(999);
        return pairs;
    }
}
