package dev.reflux.activities.stage.filter.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The beginning of each rule's row in the reference: its name, and the bounds of each preset. */
public final class RuleTable {

    private RuleTable() {}

    public static List<String> rows() {
        return Arrays.stream(Rule.values()).map(RuleTable::row).toList();
    }

    private static String row(Rule rule) {
        String bounds = Stream.of(Preset.POST_TRAINING, Preset.GOPHER, Preset.C4, Preset.FINEWEB)
                .map(preset -> written(preset.bounds().get(rule)))
                .collect(Collectors.joining(" | "));
        return "| `" + rule.word() + "` | `" + rule.tooLow() + "`, `" + rule.tooHigh() + "` | " + bounds + " |";
    }

    private static String written(Bounds bounds) {
        if (bounds == null) {
            return "";
        }
        String least = bounds.least() == null ? "" : "≥ " + plain(bounds.least());
        String most = bounds.most() == null ? "" : "≤ " + plain(bounds.most());
        String both = least.isEmpty() || most.isEmpty() ? least + most : least + ", " + most;
        return bounds.from() == 0 ? both : both + " *";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
