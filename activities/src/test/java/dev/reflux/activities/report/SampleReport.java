package dev.reflux.activities.report;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.student.Evaluation;
import dev.reflux.activities.student.StudentEvaluation;
import dev.reflux.config.Provider;
import dev.reflux.workflows.Tally;
import dev.reflux.workflows.campaign.CloseRequest;
import dev.reflux.workflows.campaign.OpenReport;
import dev.reflux.workflows.round.MergeReport;
import dev.reflux.workflows.round.RoundReport;
import dev.reflux.workflows.round.StudentReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Makes the report of an invented campaign of realistic size, to be looked at: {@code SampleReport FOLDER}. */
public final class SampleReport {
    private static final int POOL = 4_000;
    private static final int ROUNDS = 3;
    private static final double THRESHOLD = 0.83;
    private static final List<String> LABELS = List.of(
            "cancel-order",
            "change-address",
            "change-order-details",
            "damaged-item",
            "delivery-time",
            "exchange-item",
            "gift-wrapping",
            "invoice",
            "missing-parcel",
            "payment-failed",
            "promo-code",
            "refund-status",
            "return-item",
            "size-advice",
            "speak-to-human",
            "track-parcel",
            "wrong-item");

    private final Random random = new Random(7);
    private final CampaignFolder folder;

    private SampleReport(Path workspace) {
        folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
    }

    public static void main(String[] arguments) throws IOException {
        Path workspace = Path.of(arguments[0]).toAbsolutePath();
        System.out.println(workspace.resolve(new SampleReport(workspace).write()));
    }

    private String write() throws IOException {
        List<RoundReport> rounds = new ArrayList<>();
        List<BooksLine> books = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Map<String, Long> reasons = fill(round);
            writeEvaluation(round);
            RoundReport report = report(round, reasons);
            rounds.add(report);
            Tally paid = report.stages().get(0).tally();
            books.add(new BooksLine(
                    round,
                    "pseudo-label",
                    "gpt-4o-mini",
                    paid.teacherCalls(),
                    paid.inputTokens(),
                    paid.cachedTokens(),
                    paid.outputTokens(),
                    paid.costUsd()));
        }
        Path thresholds = folder.preparation(ROUNDS, 2, "confidence-filter");
        Files.createDirectories(thresholds.getParent());
        Files.writeString(thresholds, "{\"threshold\": " + THRESHOLD + "}");
        OpenReport inputs = new OpenReport(136, POOL, 255, POOL, 12, 16, LABELS.size());
        CloseRequest request =
                new CloseRequest(SampleCampaign.NAME, "9f2c41d07ab3", inputs, rounds, "finished", "no-gain");
        return SampleCampaign.closing()
                .close(request, folder, SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of()), books)
                .report();
    }

    private Map<String, Long> fill(int round) {
        List<Sample> gold = new ArrayList<>();
        List<Sample> accepted = new ArrayList<>();
        List<Sample> unlabelled = new ArrayList<>();
        List<Sample> unsure = new ArrayList<>();
        for (int number = 1; number <= POOL; number++) {
            String id = "sample-" + number;
            String truth = LABELS.get(random.nextInt(LABELS.size()));
            double confidence = 1 - Math.pow(random.nextDouble(), 2.6) * 0.85;
            boolean isRight = random.nextDouble() < confidence - 0.06 * (1 - confidence) * 4 + 0.01 * round;
            String label = isRight ? truth : LABELS.get(random.nextInt(LABELS.size()));
            String text = "Hi, order " + (70_000 + number) + ": I asked about my " + truth.replace('-', ' ')
                    + " twice <b>already</b> & nobody answers";
            gold.add(SampleCampaign.sample(id, "", truth, null, null));
            if (random.nextInt(60) == 0) {
                unlabelled.add(SampleCampaign.sample(
                        id, text, null, null, random.nextInt(4) == 0 ? "refused" : "unknown-label"));
            } else if (confidence < THRESHOLD) {
                unsure.add(SampleCampaign.sample(id, text, label, confidence, "below-threshold"));
            } else {
                accepted.add(SampleCampaign.sample(id, text, label, confidence, null));
            }
        }
        folder.gold().write(1, gold);
        folder.dataset(round).write(1, accepted);
        folder.rejected(round, 1, "pseudo-label").write(1, unlabelled);
        folder.rejected(round, 2, "confidence-filter").write(1, unsure);
        Map<String, Long> reasons = new TreeMap<>();
        unlabelled.forEach(sample -> reasons.merge(sample.reason(), 1L, Long::sum));
        reasons.put("below-threshold", (long) unsure.size());
        return reasons;
    }

    private RoundReport report(int round, Map<String, Long> reasons) {
        long below = reasons.get("below-threshold");
        Map<String, Long> first = new TreeMap<>(reasons);
        first.remove("below-threshold");
        long labelled =
                POOL - first.values().stream().mapToLong(Long::longValue).sum();
        long calls = round == 1 ? 3_988 : 1_204 / round;
        Tally labelling = new Tally(
                POOL,
                labelled,
                first,
                calls,
                POOL - calls,
                calls * 812,
                calls * 640,
                calls * 9,
                calls * (172 * 0.15 + 640 * 0.075 + 9 * 0.6) / 1e6,
                812_000 / round);
        Tally filtering =
                new Tally(labelled, labelled - below, Map.of("below-threshold", below), 0, 0, 0, 0, 0, 0, 640);
        Tally merge = new Tally(labelled - below, labelled - below, Map.of(), 0, 0, 0, 0, 0, 0, 210);
        return new RoundReport(
                round,
                POOL,
                List.of(
                        new RoundReport.StageTally("pseudo-label", labelling),
                        new RoundReport.StageTally("confidence-filter", filtering)),
                new MergeReport(merge, 0.958 + 0.004 * round, labelled - below),
                new StudentReport(
                        labelled - below + 136,
                        0.874 + 0.012 * Math.min(round, 2),
                        0.861 + 0.013 * Math.min(round, 2),
                        0.031),
                240.0 / round);
    }

    private void writeEvaluation(int round) {
        List<Evaluation.LabelScore> labels = new ArrayList<>();
        for (String label : LABELS) {
            double recall = 0.8 + random.nextInt(20) / 100.0;
            labels.add(new Evaluation.LabelScore(label, recall + 0.01, recall, recall + 0.005, 15));
        }
        List<Evaluation.Confusion> confusions = new ArrayList<>();
        for (int pair = 0; pair < 6; pair++) {
            confusions.add(new Evaluation.Confusion(LABELS.get(pair * 2), LABELS.get(pair + 5), 6 - pair));
        }
        List<Evaluation.Bin> bins = new ArrayList<>();
        for (int bin = 4; bin < 15; bin++) {
            double accuracy = Math.min(1, (bin + 0.2 + random.nextDouble()) / 15);
            bins.add(
                    new Evaluation.Bin(bin / 15.0, (bin + 1) / 15.0, bin * bin * bin / 30, (bin + 0.5) / 15, accuracy));
        }
        Evaluation holdout = new Evaluation(255, 0.88, 0.87, 0.03, labels, confusions, bins);
        Evaluation baseline = new Evaluation(255, 0.812, 0.79, 0.05, List.of(), List.of(), List.of());
        new JsonDocument(folder.studentReport(round))
                .write(new StudentEvaluation(round, 400, 300, 0.9, holdout, baseline));
    }
}
