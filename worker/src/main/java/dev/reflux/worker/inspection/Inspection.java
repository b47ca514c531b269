package dev.reflux.worker.inspection;

import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.worker.dataset.Datasets;
import dev.reflux.worker.dataset.FileDataset;
import dev.reflux.worker.dataset.KnownCampaign;
import dev.reflux.worker.inspection.Lineage.Outcome;
import dev.reflux.worker.inspection.Lineage.Step;
import dev.reflux.worker.inspection.Search.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts a sample's story together. */
public final class Inspection {

    private static final Set<String> INPUTS = Set.of("gold", "holdout", "seeds", "pool", FileSource.STEP);

    private final Path workspace;

    /** @param workspace absolute folder in which campaigns are looked for */
    public Inspection(Path workspace) {
        this.workspace = workspace;
    }

    /**
     * Finds a sample and tells of it.
     *
     * @param where a file, or a campaign's name
     * @param id of the sample, or the beginning of it
     * @throws dev.reflux.worker.campaign.CampaignRefusedException if there is no such campaign or sample, or several
     * @throws dev.reflux.config.InvalidCampaignException if there is no such file
     */
    public Lineage of(String where, String id) {
        Datasets datasets = new Datasets(workspace);
        Optional<FileDataset> file = datasets.file(where);
        if (file.isPresent()) {
            return of(new FileSource(file.get()), id);
        }
        KnownCampaign campaign = KnownCampaign.find(where, workspace).orElseThrow(() -> datasets.missing(where));
        return of(new CampaignSource(campaign), id);
    }

    private Lineage of(Source source, String id) {
        Search search = new Search(id);
        source.read(search);
        List<State> states = search.states(source.name());
        State last = states.get(states.size() - 1);
        Kin kin = Kin.of(last.sample(), source);
        List<Step> steps = steps(states);
        Bill bill = source instanceof CampaignSource
                ? Bill.of(source.name(), last.sample().id(), kin.ancestors(), steps, workspace)
                : Bill.NONE;
        return new Lineage(
                source.name(),
                last.place().file(),
                last.sample(),
                steps,
                kin.ancestors(),
                kin.children(),
                bill.calls(),
                bill.shared());
    }

    private static List<Step> steps(List<State> states) {
        List<Step> steps = new ArrayList<>();
        Map<String, Integer> told = new HashMap<>();
        for (State state : states) {
            Sample sample = state.sample();
            steps.add(new Step(
                    state.place().round(),
                    state.place().step(),
                    outcome(state),
                    sample.reason(),
                    sample.label(),
                    sample.confidence(),
                    sample.answers().size(),
                    newVerdicts(sample, told),
                    state.place().file()));
        }
        return steps;
    }

    private static Outcome outcome(State state) {
        if (!state.sample().isAccepted()) {
            return Outcome.REJECTED;
        }
        if (state.place().step().equals(CampaignSource.DATASET)) {
            return Outcome.IN_DATASET;
        }
        return INPUTS.contains(state.place().step()) ? Outcome.CAME_IN : Outcome.ACCEPTED;
    }

    /** @param told how often each was there in the step before; brought up to date */
    private static List<String> newVerdicts(Sample sample, Map<String, Integer> told) {
        List<Verdict> verdicts = new ArrayList<>();
        if (sample.answers().isEmpty()) {
            verdicts.addAll(sample.task().verdicts());
        }
        for (Answer answer : sample.answers()) {
            verdicts.addAll(answer.verdicts());
        }
        Map<String, Integer> now = new HashMap<>();
        List<String> fresh = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            String shown = shown(verdict);
            if (now.merge(shown, 1, Integer::sum) > told.getOrDefault(shown, 0)) {
                fresh.add(shown);
            }
        }
        told.putAll(now);
        return fresh;
    }

    private static String shown(Verdict verdict) {
        String outcome = verdict.outcome().name().toLowerCase(Locale.ROOT);
        return verdict.by() + " " + outcome
                + (verdict.score() == null ? "" : " " + verdict.score())
                + (verdict.reason() == null ? "" : " (" + verdict.reason() + ")");
    }
}
