package dev.reflux.worker.command;

import dev.reflux.activities.ledger.BooksLine;
import dev.reflux.activities.report.markup.Figures;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Message;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import dev.reflux.activities.shard.Task;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.worker.inspection.Lineage;
import dev.reflux.worker.inspection.Lineage.Calls;
import dev.reflux.worker.inspection.Lineage.Relative;
import dev.reflux.worker.inspection.Lineage.Step;
import dev.reflux.worker.progress.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A sample's story for people. */
final class InspectText {

    private static final List<String> BILL = List.of("stage", "model", "calls", "tokens in", "tokens out", "cost");

    private final Page page;

    InspectText(Page page) {
        this.page = page;
    }

    void print(Lineage lineage) {
        Sample sample = lineage.sample();
        head(lineage);
        page.heading("text");
        page.text(2, sample.text());
        task(sample.task());
        relatives("made from", lineage.ancestors());
        steps(lineage.steps());
        if (sample.answers().isEmpty()) {
            verdicts(sample.task().verdicts(), 2);
        } else {
            answers(sample.answers());
        }
        relatives("made from it", lineage.children());
        calls(lineage.calls());
        shared(lineage.shared());
        page.end();
    }

    private void head(Lineage lineage) {
        Sample sample = lineage.sample();
        Provenance from = sample.provenance();
        page.line("%s in %s", sample.id(), lineage.in());
        field("origin", from.origin());
        field("lies in", lineage.file());
        field("decision", sample.isAccepted() ? "accepted" : "rejected: " + sample.reason());
        field("label", sample.label());
        field("confidence", sample.confidence() == null ? null : Figures.decimal(sample.confidence()));
        field("made by", from.operations().isEmpty() ? null : String.join(", ", from.operations()));
        field("teacher", from.teacher());
        field("prompt", from.prompt());
        if (from.stage() != null) {
            field("stage", from.stage() + ", round " + from.round());
        }
    }

    private void field(String name, String value) {
        if (value != null) {
            page.line("  %-10s  %s", name, value);
        }
    }

    private void task(Task task) {
        part("system", task.system());
        for (Message turn : task.history()) {
            part("earlier, " + turn.role().name().toLowerCase(Locale.ROOT), turn.content());
        }
        part("passage", task.passage());
        part("persona", task.persona());
        part("reference", task.reference());
        task.checks().forEach((name, check) -> part("check " + name, check));
    }

    private void part(String heading, String text) {
        if (text != null) {
            page.heading(heading);
            page.text(2, text);
        }
    }

    private void relatives(String heading, List<Relative> relatives) {
        if (relatives.isEmpty()) {
            return;
        }
        page.heading(heading);
        for (Relative relative : relatives) {
            String kin = relative.generation() > 0 ? kinship(relative.generation()) + " " : "";
            if (relative.text() == null) {
                page.line("  %s%s, which is not here", kin, relative.id());
                continue;
            }
            String how = relative.operation() == null ? "" : " by " + relative.operation();
            page.line("  %s%s%s, %s", kin, relative.id(), how, relative.decision());
            page.text(4, relative.text());
        }
    }

    private static String kinship(int generation) {
        return generation == 1 ? "parent" : "great-".repeat(generation - 2) + "grandparent";
    }

    private void steps(List<Step> steps) {
        page.heading("what became of it");
        for (Step step : steps) {
            List<String> facts = new ArrayList<>();
            facts.add(outcome(step));
            if (step.label() != null) {
                String sure = step.confidence() == null ? "" : " " + Figures.decimal(step.confidence());
                facts.add("label " + Page.shortened(step.label(), 60) + sure);
            }
            if (step.answers() > 0) {
                facts.add(Figures.of(step.answers(), "answer"));
            }
            String round = step.round() == 0 ? "" : "round " + step.round();
            page.line("  %-9s %-20s %s", round, step.step(), String.join(", ", facts));
            step.verdicts().forEach(verdict -> page.start(33, verdict));
        }
    }

    private static String outcome(Step step) {
        return switch (step.outcome()) {
            case CAME_IN -> "came in";
            case ACCEPTED -> "accepted";
            case IN_DATASET -> "in the dataset";
            case REJECTED -> "rejected: " + step.reason();
        };
    }

    private void answers(List<Answer> answers) {
        for (int number = 1; number <= answers.size(); number++) {
            Answer answer = answers.get(number - 1);
            String mark =
                    answer.mark() == null ? "" : ", " + answer.mark().name().toLowerCase(Locale.ROOT);
            String teacher = answer.teacher() == null ? "" : ", by " + answer.teacher();
            page.heading("answer " + number + " of " + answers.size() + mark + teacher);
            if (answer.reasoning() != null) {
                page.line("  reasoning");
                page.text(4, answer.reasoning());
                page.line("  answer");
            }
            page.text(answer.reasoning() == null ? 2 : 4, answer.text());
            verdicts(answer.verdicts(), 2);
        }
    }

    private void verdicts(List<Verdict> verdicts, int indent) {
        for (Verdict verdict : verdicts) {
            String score = verdict.score() == null ? "" : " " + Figures.score(verdict.score());
            String reason = verdict.reason() == null ? "" : ": " + verdict.reason();
            page.start(
                    indent,
                    "• " + verdict.by() + " " + verdict.outcome().name().toLowerCase(Locale.ROOT) + score + reason);
            if (verdict.rationale() != null) {
                page.text(indent + 2, verdict.rationale());
            }
        }
    }

    private void calls(List<Calls> calls) {
        if (calls.isEmpty()) {
            return;
        }
        double costUsd = calls.stream().mapToDouble(own -> own.paid().costUsd()).sum();
        page.heading("calls paid to ask about it, " + Figures.dollars(costUsd) + " in all");
        TextTable table = new TextTable(BILL);
        for (Calls own : calls) {
            boolean isItsOwn = own.generation() == 0;
            table.add(cells(own.paid(), isItsOwn ? "" : ", " + kinship(own.generation()) + " " + own.sample()));
        }
        page.table(table);
    }

    private void shared(List<BooksLine> lines) {
        if (lines.isEmpty()) {
            return;
        }
        page.heading("calls that these stages paid, for all of their samples");
        TextTable table = new TextTable(BILL);
        lines.forEach(line -> table.add(cells(line, "")));
        page.table(table);
    }

    private static List<String> cells(BooksLine line, String about) {
        return List.of(
                line.stage() + ", round " + line.round() + about,
                line.model(),
                Figures.count(line.calls()),
                Figures.count(line.inputTokens()),
                Figures.count(line.outputTokens()),
                Figures.dollars(line.costUsd()));
    }
}
