package dev.reflux.activities.report;

import dev.reflux.activities.dataset.MergeFindings;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates.Cluster;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.report.markup.Markup;
import dev.reflux.activities.report.markup.Table;
import dev.reflux.activities.report.survey.ShownTexts;
import dev.reflux.workflows.round.RoundReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What was there several times, round by round, and the largest clusters of the last that found any. */
final class DuplicatesSection {
    /** Reasons, the closest first, and what they mean. */
    private static final Map<String, String> MEANINGS = new LinkedHashMap<>();

    static {
        MEANINGS.put("duplicate", "differs from the one that stays in case and white space alone");
        MEANINGS.put("near-duplicate", "has most of its shingles in common with one of its cluster");
        MEANINGS.put("paraphrase", "means nearly the same as one of its cluster");
    }

    private DuplicatesSection() {}

    /** @param campaign in whose last round a step that deduplicates ran */
    static Markup of(ClosedCampaign campaign) {
        Markup section = ReportSection.titled(
                "duplicates",
                "What was there several times",
                "Samples that equal or resemble a better one; of each cluster one stays in the dataset.");
        Map<String, Duplicates> rows = new LinkedHashMap<>();
        for (RoundReport round : campaign.rounds()) {
            List<Duplicates> steps = new MergeFindings(campaign.folder(), campaign.plan(), round.round()).duplicates();
            for (int step = 1; step <= steps.size(); step++) {
                String name = "Round " + round.round() + (steps.size() == 1 ? "" : ", step " + step);
                rows.put(name, steps.get(step - 1));
            }
        }
        section.add(ReportSection.figure("Round by round", table(rows), note(rows)));
        lastWithClusters(campaign)
                .ifPresent(found -> section.add(ReportSection.figure(
                        "Largest clusters of round " + found.round(),
                        clusters(found),
                        found.round() == campaign.rounds().size() ? "" : "Later rounds found none.")));
        return section;
    }

    private static Optional<MergeFindings> lastWithClusters(ClosedCampaign campaign) {
        return campaign.rounds().stream()
                .map(round -> new MergeFindings(campaign.folder(), campaign.plan(), round.round()))
                .filter(found -> found.duplicates().stream()
                        .anyMatch(step -> !step.largest().isEmpty()))
                .reduce((earlier, later) -> later);
    }

    private static Markup table(Map<String, Duplicates> rows) {
        List<String> reasons = reasons(rows);
        boolean isAcrossRounds = rows.values().stream().anyMatch(step -> step.earlier() > 0);
        List<String> titles = new ArrayList<>(List.of("compared"));
        titles.addAll(reasons);
        titles.addAll(isAcrossRounds ? List.of("known from before", "replaced by a better one") : List.of());
        titles.addAll(List.of("clusters", "kept"));
        Table table = Table.of("merge", "kept, and dropped").figures(titles.toArray(String[]::new));
        rows.forEach((name, step) -> {
            List<Long> figures = new ArrayList<>(List.of(step.samples()));
            reasons.forEach(reason -> figures.add(step.reasons().getOrDefault(reason, 0L)));
            figures.addAll(isAcrossRounds ? List.of(step.again(), step.replaced()) : List.of());
            figures.addAll(List.of(step.clusters(), step.kept()));
            Markup bar = ReportSection.bar(
                    step.samples(), "accepted", step.kept(), "rejected", step.samples() - step.kept());
            table.row(
                    List.of(ReportSection.rowTitle(name), Markup.of("td", bar)),
                    figures.stream().map(Figures::count).toArray(String[]::new));
        });
        return table.markup();
    }

    private static List<String> reasons(Map<String, Duplicates> rows) {
        return MEANINGS.keySet().stream()
                .filter(reason ->
                        rows.values().stream().anyMatch(step -> step.reasons().containsKey(reason)))
                .toList();
    }

    private static String note(Map<String, Duplicates> rows) {
        StringBuilder note = new StringBuilder();
        reasons(rows).forEach(reason -> note.append("A sample that goes as ")
                .append(reason)
                .append(' ')
                .append(MEANINGS.get(reason))
                .append(". "));
        if (rows.values().stream().anyMatch(step -> step.earlier() > 0)) {
            note.append(
                    "Known from before are new samples for which one of an earlier round stays; replaced are those of"
                            + " an earlier round for which a new one does.");
        }
        return note.toString().strip();
    }

    private static Markup clusters(MergeFindings found) {
        List<Cluster> clusters = found.duplicates().stream()
                .flatMap(step -> step.largest().stream())
                .toList();
        ShownTexts texts = ShownTexts.of(
                found.folder(),
                found.round(),
                clusters.stream()
                        .flatMap(cluster -> Stream.of(cluster.kept(), cluster.farthest()))
                        .toList());
        Markup list = Markup.of("ul").as("examples");
        for (Cluster cluster : clusters) {
            list.add(Markup.of(
                    "li",
                    Markup.text("q", texts.of(cluster.kept())),
                    Markup.of("p", Markup.text("b", "stands for"))
                            .say(" " + texts.of(cluster.farthest()))
                            .as("around"),
                    Markup.text("small", facts(cluster))));
        }
        return list;
    }

    private static String facts(Cluster cluster) {
        List<String> facts = new ArrayList<>();
        facts.add(Figures.of(cluster.samples(), "sample"));
        MEANINGS.keySet().stream()
                .filter(cluster.reasons()::containsKey)
                .forEach(reason -> facts.add(Figures.count(cluster.reasons().get(reason)) + " as " + reason));
        facts.add("kept " + cluster.kept());
        return String.join(" · ", facts);
    }
}
