package dev.reflux.activities.stage.branchsolvemerge;

import dev.reflux.activities.reply.Reading;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.teacher.TeacherCall;
import dev.reflux.activities.teacher.TeacherDesk;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Judges the answers of a shard by criteria of their instruction's own. Criteria are planned once for each sample and hold for
 * all its answers in both orders. Where one score cannot be read, the showing is undecided: no sum leaves a criterion out.
 */
final class Judging {

    private final Exchange exchange;
    private final BranchSolveMergeSettings settings;
    private final JudgePrompts prompts;

    Judging(Exchange exchange, BranchSolveMergeSettings settings) {
        this.exchange = exchange;
        this.settings = settings;
        this.prompts = new JudgePrompts(settings);
    }

    /** All samples in step: planned, solved, merged. */
    List<Sample> judge(List<Sample> samples) {
        List<Showing> showings = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            showings.addAll(Showing.of(samples.get(at), at, settings.pairwise()));
        }
        Map<Integer, Reading<List<Branch>>> criteria = plan(samples, showings);
        List<Reading<Findings>> findings = solve(samples, showings, criteria);
        List<Reading<Scores>> scores = merge(samples, showings, findings);
        BranchVerdicts verdicts = new BranchVerdicts(settings, showings, scores);
        List<Sample> judged = new ArrayList<>();
        for (int at = 0; at < samples.size(); at++) {
            judged.add(verdicts.judged(samples.get(at), at));
        }
        return judged;
    }

    /** By the sample's place; only those of which something is shown. */
    private Map<Integer, Reading<List<Branch>>> plan(List<Sample> samples, List<Showing> showings) {
        List<Integer> shown =
                showings.stream().map(Showing::at).distinct().sorted().toList();
        List<Reading<List<Branch>>> readings = exchange.ask(
                shown.stream().map(at -> prompts.plan(samples.get(at))).toList(),
                reply -> Branching.criteria(reply, settings.branches()));
        Map<Integer, Reading<List<Branch>>> criteria = new TreeMap<>();
        for (int i = 0; i < shown.size(); i++) {
            criteria.put(shown.get(i), readings.get(i));
        }
        return criteria;
    }

    private List<Reading<Findings>> solve(
            List<Sample> samples, List<Showing> showings, Map<Integer, Reading<List<Branch>>> criteria) {
        List<TeacherCall> calls = new ArrayList<>();
        for (Showing showing : showings) {
            Reading<List<Branch>> planned = criteria.get(showing.at());
            if (planned.isUsable()) {
                planned.value()
                        .forEach(criterion -> calls.add(prompts.solve(samples.get(showing.at()), showing, criterion)));
            }
        }
        Iterator<Reading<Scores>> readings = exchange.ask(calls, scores()).iterator();
        return showings.stream()
                .map(showing -> criteria.get(showing.at()).then(planned -> findings(planned, readings)))
                .toList();
    }

    /** Takes as many readings as there are criteria, whether or not one of them is of no use. */
    private static Reading<Findings> findings(List<Branch> criteria, Iterator<Reading<Scores>> readings) {
        List<Scores> scores = new ArrayList<>();
        String reason = null;
        for (int criterion = 0; criterion < criteria.size(); criterion++) {
            Reading<Scores> reading = readings.next();
            if (reading.isUsable()) {
                scores.add(reading.value());
            } else if (reason == null) {
                reason = reading.reason();
            }
        }
        return reason == null ? Reading.of(new Findings(criteria, scores)) : Reading.none(reason);
    }

    private List<Reading<Scores>> merge(
            List<Sample> samples, List<Showing> showings, List<Reading<Findings>> findings) {
        if (settings.merge() == Merging.SUM) {
            return findings.stream()
                    .map(reading -> reading.then(found -> Reading.of(found.summed())))
                    .toList();
        }
        List<TeacherCall> calls = new ArrayList<>();
        for (int i = 0; i < showings.size(); i++) {
            Showing showing = showings.get(i);
            if (findings.get(i).isUsable()) {
                calls.add(prompts.merge(
                        samples.get(showing.at()), showing, findings.get(i).value()));
            }
        }
        Iterator<Reading<Scores>> merged = exchange.ask(calls, scores()).iterator();
        return findings.stream()
                .map(reading -> reading.then(found -> merged.next()
                        .then(scores ->
                                Reading.of(new Scores(scores.values(), scores.rationale() + "\n" + found.shown())))))
                .toList();
    }

    private Function<TeacherDesk.Answer, Reading<Scores>> scores() {
        List<String> fields = settings.pairwise() ? Scores.PAIR : Scores.ALONE;
        return reply -> Scores.read(reply, fields);
    }
}
