package dev.reflux.worker.inspection;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.ledger.Ledger;
import dev.reflux.activities.ledger.SqliteLedger;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.worker.inspection.Lineage.Calls;
import dev.reflux.worker.inspection.Lineage.Relative;
import dev.reflux.worker.inspection.Lineage.Step;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a sample and those it was made from cost, by the ledger. */
record Bill(List<Calls> calls, List<BooksLine> shared) {

    static final Bill NONE = new Bill(List.of(), List.of());

    /** Nothing where the workspace has no ledger. */
    static Bill of(String campaign, String sample, List<Relative> ancestors, List<Step> steps, Path workspace) {
        Path file = new LocalWorkspace(workspace).ledger();
        if (!Files.exists(file)) {
            return NONE;
        }
        try (Ledger ledger = SqliteLedger.open(file)) {
            List<Calls> calls = new ArrayList<>(about(campaign, 0, sample, ledger));
            ancestors.forEach(one -> calls.addAll(about(campaign, one.generation(), one.id(), ledger)));
            return new Bill(calls, shared(ledger.books(campaign), calls, steps));
        }
    }

    private static List<Calls> about(String campaign, int generation, String sample, Ledger ledger) {
        return ledger.books(campaign, sample).stream()
                .map(paid -> new Calls(generation, sample, paid))
                .toList();
    }

    /** Of the stages that it came through, and that booked nothing under it or what it was made from. */
    private static List<BooksLine> shared(List<BooksLine> books, List<Calls> calls, List<Step> steps) {
        return books.stream()
                .filter(line -> steps.stream()
                        .anyMatch(step ->
                                step.round() == line.round() && step.step().equals(line.stage())))
                .filter(line -> calls.stream()
                        .noneMatch(own -> own.paid().round() == line.round()
                                && own.paid().stage().equals(line.stage())))
                .toList();
    }
}
