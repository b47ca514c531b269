package dev.reflux.activities.dataset.merge.resolve;

import dev.reflux.activities.dataset.merge.EqualKeys;
import dev.reflux.activities.dataset.merge.MergePass;
import dev.reflux.activities.dataset.merge.Ruling;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Answer.Mark;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Sample.Provenance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers what is said to each prompt, and settles those to which different things are said. */
final class ResolvePass implements MergePass {

    private final ResolveSettings settings;
    private final Voices voices;
    private final AnswerFile answers;

    /** @param answers null where no pair is made */
    ResolvePass(ResolveSettings settings, AnswerFile answers) {
        this.settings = settings;
        this.voices = new Voices(settings.by());
        this.answers = answers;
    }

    @Override
    public void see(Sample sample) {
        voices.add(sample);
        if (answers != null) {
            answers.add(Voices.speaks(sample) ? Voices.answer(sample) : null);
        }
    }

    @Override
    public Ruling rule() {
        close();
        Settlement settlement = new Settlement();
        long[] prompts = voices.prompts();
        new EqualKeys(prompts.clone()).forEachRun(run -> settlement.settle(run, prompts));
        return settlement;
    }

    @Override
    public void close() {
        if (answers != null) {
            answers.close();
        }
    }

    private final class Settlement implements Ruling {

        private final Map<Integer, Outcome> outcomes = new HashMap<>();
        private long conflicts;

        private void settle(int[] run, long[] prompts) {
            Map<Long, List<Integer>> byPrompt = new TreeMap<>();
            for (int place : run) {
                if (!voices.isSilent(place)) {
                    byPrompt.computeIfAbsent(prompts[place], prompt -> new ArrayList<>())
                            .add(place);
                }
            }
            for (List<Integer> places : byPrompt.values()) {
                if (places.stream().map(voices::said).distinct().count() > 1) {
                    outcomes.putAll(new Conflict(voices, places).resolve(settings.keep(), settings.margin()));
                    conflicts++;
                }
            }
        }

        @Override
        public Rejection at(int place) {
            Outcome outcome = outcomes.get(place);
            if (outcome == null || outcome.reason() == null) {
                return null;
            }
            String operation = outcome.other() == Outcome.NOBODY
                    ? "resolve/" + outcome.reason()
                    : "resolve/kept-" + voices.id(outcome.other());
            return new Rejection(outcome.reason(), operation);
        }

        @Override
        public Sample kept(int place, Sample sample) {
            Outcome outcome = outcomes.get(place);
            return outcome == null || !outcome.isChosen() ? sample : pair(sample, outcome.other());
        }

        private Sample pair(Sample chosen, int rejected) {
            Provenance by = chosen.provenance();
            List<String> parents = new ArrayList<>(by.parents());
            parents.add(voices.id(rejected));
            Provenance after = new Provenance(
                            by.origin(), by.teacher(), by.prompt(), by.round(), by.stage(), parents, by.operations())
                    .after("resolve/pair");
            Answer first = Voices.answer(chosen).marked(Mark.CHOSEN);
            return chosen.answered(List.of(first, answers.read(rejected).marked(Mark.REJECTED)))
                    .from(after);
        }

        @Override
        public Optional<Object> findings() {
            Map<String, Long> counts = new TreeMap<>();
            for (Outcome outcome : outcomes.values()) {
                String kept = outcome.isChosen() ? "chosen" : "kept";
                counts.merge(outcome.reason() == null ? kept : outcome.reason(), 1L, Long::sum);
            }
            return Optional.of(new Resolution(conflicts, outcomes.size(), counts));
        }
    }
}
