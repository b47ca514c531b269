package dev.reflux.activities.stage.verify;

import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.shard.Answer;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.Verdict;
import dev.reflux.activities.shard.WholeFolder;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.verify.CheckRun.Case;
import dev.reflux.activities.stage.verify.VerifySettings.Otherwise;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Checks every answer of every sample and adds what it finds to it; a sample none of whose answers passes is repaired,
 * rejected or kept, as the settings say.
 *
 * <p>Checking a shard twice gives the same verdicts; a repair is asked for again from the ledger.
 */
public final class VerifyStage implements Stage<VerifySettings> {

    static final String NAME = "verify";
    static final String NO_ANSWER = "no-answer";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<VerifySettings> settings() {
        return VerifySettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, VerifySettings settings) {
        return settings.repair() > 0 ? Repair.fingerprint() : "";
    }

    /** Copies the file that answers are held to, so that all of a round's shards read the same. */
    @Override
    public void prepare(StageContext context, VerifySettings settings) {
        Path file = Path.of(OpenedCampaign.read(context.folder()).folder()).resolve(settings.against());
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new InvalidCampaignException(
                    "Setting against of the stage verify must be JSON or a readable file, got " + file
                            + "; correct the path, or write the JSON itself");
        }
        try {
            Checks.of(settings, text);
        } catch (InvalidSettingException e) {
            throw new InvalidCampaignException("Stage verify: what the file " + file + " holds " + e.rule() + ", got "
                    + e.value() + "; " + e.remedy());
        }
        try {
            WholeFolder.make(context.preparation().getParent());
            Files.writeString(context.preparation(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("What answers are held to cannot be left in " + context.preparation(), e);
        }
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, VerifySettings settings) {
        Check check = Checks.of(settings, against(context, settings));
        List<Case> cases = samples.stream()
                .flatMap(sample -> sample.answers().stream().map(answer -> new Case(sample, answer)))
                .toList();
        CheckRun run = new CheckRun(check, done -> context.progress(done, cases.size()));
        Iterator<Verdict> verdicts = run.verdicts(cases).iterator();
        List<Sample> checked = samples.stream()
                .map(sample -> sample.answered(sample.answers().stream()
                        .map(answer -> answer.judged(verdicts.next()))
                        .toList()))
                .toList();
        List<Sample> repaired = settings.repair() > 0 ? new Repair(check, context, settings).of(checked) : checked;
        return repaired.stream().map(sample -> decided(sample, settings)).toList();
    }

    private static String against(StageContext context, VerifySettings settings) {
        if (!settings.isAgainstFile()) {
            return settings.against();
        }
        try {
            return Files.readString(context.preparation());
        } catch (IOException e) {
            throw new UncheckedIOException("What answers are held to cannot be read from " + context.preparation(), e);
        }
    }

    private static Sample decided(Sample sample, VerifySettings settings) {
        if (sample.answers().isEmpty()) {
            return sample.rejected(NO_ANSWER);
        }
        if (hasPassed(sample) || settings.ifNonePasses() == Otherwise.KEEP) {
            return sample;
        }
        return sample.rejected(
                newest(sample.answers().get(sample.answers().size() - 1)).reason());
    }

    static boolean hasPassed(Sample sample) {
        return sample.answers().stream().anyMatch(answer -> newest(answer).outcome() == Verdict.Outcome.PASSED);
    }

    /** This stage's verdict on an answer it has checked. */
    static Verdict newest(Answer answer) {
        return answer.verdicts().get(answer.verdicts().size() - 1);
    }
}
