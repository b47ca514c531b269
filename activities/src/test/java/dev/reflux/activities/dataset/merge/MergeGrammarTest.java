package dev.reflux.activities.dataset.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.dataset.merge.balance.Quota;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Preset;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings;
import dev.reflux.activities.dataset.merge.deduplicate.MinHashSettings.Unit;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.stage.Stages;
import dev.reflux.config.Benchmark;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.InvalidCampaignException;
import dev.reflux.config.MergePlan;
import dev.reflux.config.PlanJson;
import dev.reflux.config.WorkerRole;
import dev.reflux.config.grammar.CampaignGrammar;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The merge's steps as a campaign file writes them. */
class MergeGrammarTest {

    private static final String HEAD = """
            campaign: merged
            inputs: {pool: pool.jsonl}
            teacher: {provider: replay, answers: recorded.jsonl}
            stages: [answer]
            student: {kind: none}
            merge:
            """;

    @Test
    void fillsInWhatIsLeftOut() {
        List<MergePlan> merge = parse("""
              - deduplicate
              - deduplicate: {over: both, minhash: {threshold: 0.9, shingle: characters}}
            """);

        assertThat(merge)
                .extracting(MergeGrammarTest::settings)
                .containsExactly(
                        new DeduplicateSettings(Over.TEXT, null, null),
                        new DeduplicateSettings(
                                Over.BOTH, new MinHashSettings(0.9, Unit.CHARACTERS, 5, 112, null), null));
    }

    @Test
    void refusesMoreBandsThanASignatureHasHashes() {
        assertThatThrownBy(() -> parse("  - deduplicate: {minhash: {bands: 113}}\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessage("merged.yaml line 7, merge[0].deduplicate.minhash.bands: must be at most permutations, 112,"
                        + " got 113; leave it out: it is then computed from the threshold");
    }

    @Test
    void refusesSignaturesTooShortToFindPairsAtTheThreshold() {
        assertThatThrownBy(() -> parse("  - deduplicate: {minhash: {threshold: 0.5, permutations: 8}}\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(
                        "permutations: must be enough to miss at most 1 in 1000 pairs at threshold 0.5, got 8");
    }

    @Test
    void aBenchmarkMayBeAPathAloneAndIsKnownToThePlan() {
        MergePlan step = parse("""
              - decontaminate: {benchmarks: [b/*.jsonl, {path: svamp.json.gz, fields: [Body, Question], several: joined}], preset: llama-2}
            """).get(0);

        List<Benchmark> benchmarks = List.of(
                new Benchmark("b/*.jsonl", List.of(), Benchmark.Several.APART),
                new Benchmark("svamp.json.gz", List.of("Body", "Question"), Benchmark.Several.JOINED));
        assertThat(step.benchmarks()).isEqualTo(benchmarks);
        assertThat(PlanJson.mapper().convertValue(step.settings(), DecontaminateSettings.class))
                .isEqualTo(new DecontaminateSettings(
                        benchmarks,
                        Preset.LLAMA_2,
                        null,
                        null,
                        null,
                        null,
                        null,
                        DecontaminateSettings.Of.TEXT,
                        5,
                        null));
    }

    @Test
    void aJudgeMakesTheStepOneThatAsksATeacherWhoMustBeAChatModel() {
        String judge = "{benchmarks: [b.csv], embedding: {threshold: 0.6, judge: {neighbours: 4, draws: 3%s}}}";
        CampaignPlan plan = new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("merged.yaml", HEAD + "  - deduplicate\n  - decontaminate: " + judge.formatted("") + "\n");

        assertThat(plan.merge()).extracting(MergePlan::asks).containsExactly(0, 12);
        assertThat(plan.mergeRole()).isEqualTo(WorkerRole.TEACHER);
        assertThat(PlanJson.mapper().valueToTree(plan.merge().get(0)).fieldNames())
                .toIterable()
                .containsExactly("name", "settings");

        assertThatThrownBy(() -> parse("  - decontaminate: " + judge.formatted(", teacher: absent") + "\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining(
                        "merged.yaml line 7, merge[0].decontaminate: must ask teachers that the campaign names []");
        String embedded = HEAD.replace("{provider: replay, answers: recorded.jsonl}", "{provider: embedded}")
                .replace("stages: [answer]", "stages: [{confidence-filter: {threshold: 0}}]");
        assertThatThrownBy(() -> new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                        .parse("merged.yaml", embedded + "  - decontaminate: " + judge.formatted("") + "\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("must ask a chat model");
        CampaignPlan named = new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse(
                        "merged.yaml",
                        embedded + "  - decontaminate: " + judge.formatted(", teacher: careful")
                                + "\nteachers: {careful: {provider: openai, model: m}}\n");
        assertThat(named.merge().get(0).teachers()).containsExactly("careful");
        assertThat(parsedRole("  - deduplicate\n")).isEqualTo(WorkerRole.COMPUTE);
    }

    private static WorkerRole parsedRole(String merge) {
        return new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("merged.yaml", HEAD + merge)
                .mergeRole();
    }

    @Test
    void refusesBenchmarksItCouldNotReadAndSharesThatNothingHolds() {
        assertRefused("{benchmarks: []}", "benchmarks: must name at least one");
        assertRefused("{benchmarks: [b.parquet]}", "must end in .jsonl, .json or .csv");
        assertRefused(
                "{benchmarks: [b.csv], preset: gpt-3, share: 0.5}",
                "share: needs a rule that has one, got 0.5 under rule any; write rule: at-least");
    }

    @Test
    void rankNeedsALimitAndScoresThatThereMayBe() {
        assertRefused("rank", "{}", "keep: must say how many samples stay");
        assertRefused("rank", "{keep: 5, share: 0.5}", "share: must be left out where keep is given, got 0.5");
        assertRefused("rank", "{per: label}", "most: must be given where per is");
        assertRefused("rank", "{most: 5}", "per: must be given where most is");
        assertRefused("rank", "{by: [], keep: 5}", "by: must name at least one");
        assertRefused(
                "rank", "{by: [quality], keep: 5}", "by[0]: must be confidence, length, or the name of a verdict");
        assertThat(parse("  - rank: {diverse: {}}\n").get(0).settings().toString())
                .contains("\"by\":[\"judge/quality\",\"judge/complexity\"]", "\"threshold\":0.9");
    }

    @Test
    void readsTheStepsThatCombine() {
        List<MergePlan> merge = parse("""
              - resolve: {keep: pair, by: judge/helpfulness, margin: 1}
              - balance: {by: label, quotas: [{name: lost card, samples: 10}]}
              - split
            """);

        assertThat(PlanJson.mapper().convertValue(merge.get(0).settings(), ResolveSettings.class))
                .isEqualTo(new ResolveSettings(ResolveSettings.Keep.PAIR, "judge/helpfulness", 1));
        assertThat(PlanJson.mapper()
                        .convertValue(merge.get(1).settings(), BalanceSettings.class)
                        .quotas())
                .containsExactly(new Quota("lost card", 10));
        assertThat(PlanJson.mapper().convertValue(merge.get(2).settings(), SplitSettings.class))
                .isEqualTo(new SplitSettings(0.1, 0.1, false, 1, new MinHashSettings(0.8, Unit.WORDS, 5, 112, null)));
    }

    @Test
    void refusesWhatTheStepsThatCombineCouldNotKeep() {
        assertRefused("resolve", "{keep: vote, by: judge}", "by: must be left out where keep is vote");
        assertRefused("resolve", "{keep: reject-all, margin: 1}", "margin: must be left out where keep is reject-all");
        assertRefused("split", "{validation: 0.5, test: 0.5}", "validation: must leave something for training");
        assertRefused(
                "split",
                "{test: 1.5}",
                "test: must be a share below 1 or a whole number of samples, got 1.5; write, say, 0.1 or 500");
        assertRefused("split", "{validation: -1}", "validation: must be");
        assertRefused("balance", "{by: label}", "most: must be given where no other bound is");
        assertRefused("balance", "{by: difficulty, most: 5}", "difficulty: must be given where by is difficulty");
        assertRefused(
                "balance",
                "{by: difficulty, most: 5, difficulty: {bounds: [4, 2]}}",
                "bounds: must be one score or more, ascending, got [4.0, 2.0]");
    }

    @Test
    void aPartIsAShareOrANumberOfSamples() {
        MergePlan split = parse("  - split: {validation: 500, test: 0.1}\n").get(0);

        SplitSettings settings = PlanJson.mapper().convertValue(split.settings(), SplitSettings.class);
        assertThat(settings.validation()).isEqualTo(500);
        assertThat(settings.test()).isEqualTo(0.1);
        assertThat(settings.inShares().validation()).isEqualTo(0.1);
        assertThat(parse("  - split: {validation: 1, test: 1}\n")).hasSize(1);
    }

    @Test
    void refusesAnExportOfAPartWhereNothingIsSplit() {
        String exports = "exports: [{format: messages, path: a.jsonl, split: train}]\n";

        assertThat(parse("  - split\n" + exports)).hasSize(1);
        assertThatThrownBy(() -> parse("  - deduplicate\n" + exports))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("exports: must not ask for a split where the merge has no step split");
    }

    private static void assertRefused(String settings, String message) {
        assertRefused("decontaminate", settings, message);
    }

    private static void assertRefused(String step, String settings, String message) {
        assertThatThrownBy(() -> parse("  - " + step + ": " + settings + "\n"))
                .isInstanceOf(InvalidCampaignException.class)
                .hasMessageContaining("merged.yaml line 7, merge[0]." + step + ".")
                .hasMessageContaining(message);
    }

    private static DeduplicateSettings settings(MergePlan step) {
        return PlanJson.mapper().convertValue(step.settings(), DeduplicateSettings.class);
    }

    private static List<MergePlan> parse(String merge) {
        return new CampaignGrammar(new Stages(), Environment.of(Map.of()))
                .parse("merged.yaml", HEAD + merge)
                .merge();
    }
}
