package dev.reflux.activities.stage.filter;

import dev.reflux.activities.dataset.OpenedCampaign;
import dev.reflux.activities.shard.Sample;
import dev.reflux.activities.shard.WholeFolder;
import dev.reflux.activities.stage.Stage;
import dev.reflux.activities.stage.StageContext;
import dev.reflux.activities.stage.filter.safety.SafetyJudge;
import dev.reflux.activities.stage.filter.tokens.TokenCounter;
import dev.reflux.activities.stage.filter.tokens.Tokenizers;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.InvalidSettingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the samples whose text, answers or both break no rule, and masks personal data in what it keeps. The first rule
 * broken is the reason. An answer that breaks one is dropped, and the sample rejected when none is left.
 *
 * <p>Where the settings name a judge of safety, a teacher is asked about what the rules let pass, as it is after the masking. Run
 * twice it decides the same: what was asked comes from the ledger.
 */
public final class FilterStage implements Stage<FilterSettings> {

    static final String NAME = "filter";
    static final String NO_ANSWER = "no-answer";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Class<FilterSettings> settings() {
        return FilterSettings.class;
    }

    @Override
    public String madeWith(CampaignPlan plan, FilterSettings settings) {
        return settings.safety() == null ? "" : SafetyJudge.fingerprint();
    }

    /** Copies the tokenizer's file, so that all of a round's shards are counted by the same. */
    @Override
    public void prepare(StageContext context, FilterSettings settings) {
        Path file = Path.of(OpenedCampaign.read(context.folder()).folder()).resolve(settings.tokenizer());
        byte[] bytes;
        try (TokenCounter tried = Tokenizers.in(file)) {
            tried.applyAsInt(NAME);
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new InvalidCampaignException("Setting tokenizer of the stage filter must name a readable file, got "
                    + file + "; correct the path");
        } catch (InvalidSettingException e) {
            throw new InvalidCampaignException(
                    "Setting tokenizer of the stage filter " + e.rule() + ", got " + e.value() + "; " + e.remedy());
        }
        try {
            WholeFolder.make(context.preparation().getParent());
            Files.write(context.preparation(), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer cannot be left in " + context.preparation(), e);
        }
    }

    @Override
    public List<Sample> process(List<Sample> samples, StageContext context, FilterSettings settings) {
        List<Sample> screened = screened(samples, context, settings);
        if (settings.safety() == null) {
            return screened;
        }
        SafetyJudge judge = new SafetyJudge(context, settings.safety());
        return new SafetyScreening(judge, settings.of(), context.plan().isRehearsal()).of(screened);
    }

    private static List<Sample> screened(List<Sample> samples, StageContext context, FilterSettings settings) {
        List<WordList> wordLists = settings.wordLists().stream()
                .map(list -> new WordList(list, context.texts(list.list())))
                .toList();
        List<Sample> decided = new ArrayList<>();
        try (TokenCounter tokens = tokens(context, settings)) {
            Screening screening = new Screening(new Screen(settings, wordLists, tokens), settings);
            for (Sample sample : samples) {
                decided.add(screening.of(sample));
                context.progress(decided.size(), samples.size());
            }
        }
        return decided;
    }

    private static TokenCounter tokens(StageContext context, FilterSettings settings) {
        if (!settings.countsTokens()) {
            return null;
        }
        if (!Tokenizers.isFile(settings.tokenizer())) {
            return Tokenizers.named(settings.tokenizer());
        }
        try {
            return Tokenizers.in(context.preparation());
        } catch (IOException e) {
            throw new UncheckedIOException("The tokenizer cannot be read from " + context.preparation(), e);
        }
    }
}
