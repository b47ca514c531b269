package dev.reflux.activities.stage;

import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.StageOutput;
import dev.reflux.activities.teacher.TeacherDesk.Usage;
import dev.reflux.config.Preparation;
import dev.reflux.config.StageSettings;
import dev.reflux.workflows.Tally;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** One stage with its settings, at work in one context; it leaves its results behind and returns their counts. */
final class StageWork<S extends StageSettings> {

    private final Stage<S> stage;
    private final S settings;
    private final ShardContext context;
    private final long startNanos = System.nanoTime();

    StageWork(Stage<S> stage, S settings, ShardContext context) {
        this.stage = stage;
        this.settings = settings;
        this.context = context;
    }

    Tally process(int shard) {
        List<Sample> samples = context.previous().read(shard);
        String madeFrom = madeFrom(samples);
        StageOutput output = context.output();
        return output.finished(shard, madeFrom).orElseGet(() -> {
            context.progress(0, samples.size());
            List<Sample> returned = stage.process(samples, context, settings);
            List<Sample> results = StageResult.of(stage.name(), samples, returned);
            Tally tally = tally(samples.size(), results);
            output.finish(shard, madeFrom, results, tally);
            return tally;
        });
    }

    Tally prepare() {
        MadeFrom madeFrom = basis();
        context.folder().seeds().forEach(madeFrom::sample);
        if (settings.preparation() == Preparation.AFTER_ALL_SHARDS) {
            context.previous().forEach(madeFrom::sample);
            context.calibrationFileBefore().ifPresent(madeFrom::file);
        }
        return new PreparationRecord(context).finishedOr(madeFrom.sha256(), () -> {
            stage.prepare(context, settings);
            return tally(0, List.of());
        });
    }

    private String madeFrom(List<Sample> samples) {
        MadeFrom madeFrom = basis().samples(samples);
        if (settings.preparation() != Preparation.NONE) {
            madeFrom.file(context.preparation());
        }
        context.calibrationFile().ifPresent(madeFrom::file);
        return madeFrom.sha256();
    }

    private MadeFrom basis() {
        MadeFrom madeFrom = new MadeFrom()
                .text(stage.name())
                .json(context.stage().settings())
                .teacher(context.plan().teacher())
                .teachers(context.stage().teachers(), context.plan())
                .text(stage.madeWith(context.plan(), settings))
                .text(String.join("\n", context.labels()));
        context.studentModel().ifPresent(madeFrom::file);
        return madeFrom;
    }

    private Tally tally(int input, List<Sample> results) {
        Map<String, Long> reasons = new TreeMap<>();
        results.stream()
                .filter(sample -> !sample.isAccepted())
                .forEach(sample -> reasons.merge(sample.reason(), 1L, Long::sum));
        long accepted = results.stream().filter(Sample::isAccepted).count();
        Usage usage = context.usage();
        return new Tally(
                input,
                accepted,
                reasons,
                usage.calls(),
                usage.ledgerHits(),
                usage.inputTokens(),
                usage.cachedTokens(),
                usage.outputTokens(),
                usage.costUsd(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos));
    }
}
