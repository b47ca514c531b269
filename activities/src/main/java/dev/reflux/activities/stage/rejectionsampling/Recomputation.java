package dev.reflux.activities.stage.rejectionsampling;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Recomputes the calculations of a solution, as RFT does (Yuan et al. 2023) within 0.001. Unlike its code, a result that is
 * rightly rounded to two or more places holds, and what is no calculation of numbers is not held against a solution.
 */
final class Recomputation {

    private static final double TOLERANCE = 1e-3;
    /** Of large numbers a computer's own rounding is greater than that. */
    private static final double RELATIVE_TOLERANCE = 1e-9;

    private static final int LEAST_PLACES = 2;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d*\\.\\d+%?");
    private static final double HALF = 0.5000001;

    private Recomputation() {}

    /** The first calculation that does not hold; empty where none is known to be wrong. */
    static Optional<String> wrongIn(Solution solution) {
        return solution.calculations().stream()
                .filter(equation -> !mayHold(equation))
                .findFirst();
    }

    private static boolean mayHold(String equation) {
        List<String> sides = List.of(equation.replaceAll("[,$€£\\s]", "").split("="));
        for (int at = 1; at < sides.size(); at++) {
            if (!mayBeEqual(sides.get(at - 1), sides.get(at))) {
                return false;
            }
        }
        return true;
    }

    /** A percent sign may mean a hundredth on either side, or be a mere unit. */
    private static boolean mayBeEqual(String calculation, String result) {
        for (boolean hundredth : new boolean[] {true, false}) {
            for (boolean resultHundredth : new boolean[] {true, false}) {
                OptionalDouble one = Arithmetic.of(calculation, hundredth);
                OptionalDouble other = Arithmetic.of(result, resultHundredth);
                if (one.isEmpty() || other.isEmpty() || isNear(one.getAsDouble(), other.getAsDouble(), result)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isNear(double value, double written, String result) {
        double distance = Math.abs(value - written);
        return distance <= Math.max(TOLERANCE, Math.abs(value) * RELATIVE_TOLERANCE) || distance <= rounding(result);
    }

    /** What rounding to the places written may change; nothing where fewer than two are. */
    private static double rounding(String result) {
        if (!DECIMAL.matcher(result).matches()) {
            return 0;
        }
        int places = result.replace("%", "").length() - result.indexOf('.') - 1;
        return places < LEAST_PLACES ? 0 : HALF * Math.pow(10, -places);
    }
}
