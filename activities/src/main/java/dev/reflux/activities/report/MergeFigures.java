package dev.reflux.activities.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.MergeFindings.Found;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.dataset.merge.split.Division;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** What a round's merge found, as {@code summary.json} has it: an array for each kind of step that ran, and none else. */
final class MergeFigures {
    private final ObjectNode round;

    private MergeFigures(ObjectNode round) {
        this.round = round;
    }

    static void put(ObjectNode round, MergeFindings findings) {
        MergeFigures figures = new MergeFigures(round);
        figures.array("decontamination", findings.decontaminations(), MergeFigures::addBenchmarks);
        figures.array("deduplication", findings.duplicates(), MergeFigures::addDuplicates);
        figures.array("resolution", findings.resolutions(), MergeFigures::addResolution);
        figures.array("balance", findings.balances(), MergeFigures::addBalance);
        figures.array("ranking", findings.rankings(), (into, step) -> addRanking(into, step.findings()));
        figures.array("split", findings.divisions(), (into, step) -> addDivision(into, step.findings()));
    }

    private <T> void array(String name, List<T> steps, BiConsumer<ArrayNode, T> writer) {
        if (!steps.isEmpty()) {
            ArrayNode array = round.putArray(name);
            steps.forEach(step -> writer.accept(array, step));
        }
    }

    private static void addBenchmarks(ArrayNode into, Decontamination step) {
        step.benchmarks().forEach(found -> addBenchmark(into.addObject(), step.rule(), found));
    }

    private static void addBenchmark(ObjectNode into, String rule, OfBenchmark found) {
        into.put("benchmark", found.file())
                .put("rule", rule)
                .put("items", found.items())
                .put("matched", found.matched())
                .put("samples", found.samples());
        if (found.judged() != null) {
            into.putObject("judged")
                    .put("pairs", found.judged().pairs())
                    .put("confirmed", found.judged().confirmed())
                    .put("cleared", found.judged().cleared())
                    .put("undecided", found.judged().undecided());
        }
    }

    private static void addDuplicates(ArrayNode into, Duplicates found) {
        ObjectNode step = into.addObject().put("samples", found.samples()).put("kept", found.kept());
        putCounts(step, "rejected", found.reasons());
        step.put("clusters", found.clusters())
                .put(
                        "largest",
                        found.largest().stream()
                                .mapToLong(Duplicates.Cluster::samples)
                                .max()
                                .orElse(0))
                .put("again", found.again())
                .put("replaced", found.replaced());
    }

    private static void addResolution(ArrayNode into, Found<ResolveSettings, Resolution> found) {
        ObjectNode step = into.addObject()
                .put("keep", word(found.settings().keep()))
                .put("conflicts", found.findings().conflicts())
                .put("samples", found.findings().samples());
        putCounts(step, "outcomes", found.findings().outcomes());
    }

    private static void addBalance(ArrayNode into, Found<BalanceSettings, Balance> found) {
        ArrayNode groups =
                into.addObject().put("by", word(found.settings().by())).putArray("groups");
        found.findings().groups().forEach((name, group) -> groups.addObject()
                .put("group", name)
                .put("samples", group.samples())
                .put("kept", group.kept())
                .put("most", group.most())
                .put("lacking", group.lacking()));
    }

    private static void addRanking(ArrayNode into, Ranking found) {
        ObjectNode step = into.addObject();
        ArrayNode by = step.putArray("by");
        found.by().forEach(by::add);
        step.put("samples", found.samples())
                .put("scored", found.scored())
                .put("kept", found.kept())
                .put("highest", found.highest())
                .put("lowest", found.lowest());
    }

    private static void addDivision(ArrayNode into, Division found) {
        ObjectNode step = into.addObject();
        putCounts(step, "samples", found.samples());
        putCounts(step, "wanted", found.wanted() == null ? Map.of() : found.wanted());
        putCounts(step, "groups", found.groups() == null ? Map.of() : found.groups());
        step.put("straddling", found.straddling());
    }

    /** @param counts sorted */
    private static void putCounts(ObjectNode into, String name, Map<String, Long> counts) {
        ObjectNode object = into.putObject(name);
        counts.forEach(object::put);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
