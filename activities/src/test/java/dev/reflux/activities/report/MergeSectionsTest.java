package dev.reflux.activities.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.reflux.activities.dataset.merge.balance.Balance;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings;
import dev.reflux.activities.dataset.merge.balance.BalanceSettings.By;
import dev.reflux.activities.dataset.merge.decontaminate.DecontaminateSettings;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination;
import dev.reflux.activities.dataset.merge.decontaminate.Decontamination.OfBenchmark;
import dev.reflux.activities.dataset.merge.decontaminate.Preset;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings;
import dev.reflux.activities.dataset.merge.deduplicate.DeduplicateSettings.Over;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates;
import dev.reflux.activities.dataset.merge.deduplicate.Duplicates.Cluster;
import dev.reflux.activities.dataset.merge.rank.RankSettings;
import dev.reflux.activities.dataset.merge.rank.RankSettings.Per;
import dev.reflux.activities.dataset.merge.rank.Ranking;
import dev.reflux.activities.dataset.merge.resolve.Resolution;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings;
import dev.reflux.activities.dataset.merge.resolve.ResolveSettings.Keep;
import dev.reflux.activities.dataset.merge.split.Division;
import dev.reflux.activities.dataset.merge.split.SplitSettings;
import dev.reflux.activities.shard.CampaignFolder;
import dev.reflux.activities.shard.JsonDocument;
import dev.reflux.activities.shard.LocalWorkspace;
import dev.reflux.config.Benchmark;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.MergePlan;
import dev.reflux.config.MergeSettings;
import dev.reflux.config.PlanJson;
import dev.reflux.config.Provider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** What the report and the summary make of the findings that a merge leaves. */
class MergeSectionsTest {
    private static final DeduplicateSettings EXACT = new DeduplicateSettings(Over.TEXT, null, null);

    private static final List<String> SECTIONS =
            List.of("duplicates", "benchmarks", "conflicts", "balance", "ranking", "split");

    @TempDir
    Path workspace;

    private final List<MergePlan> steps = new ArrayList<>();
    private CampaignFolder folder;

    @BeforeEach
    void fillFolder() {
        folder = new LocalWorkspace(workspace).folder(SampleCampaign.NAME);
        SampleCampaign.fill(folder);
    }

    @Test
    void aCampaignWhoseMergeHasNoStepsHasNoneOfTheSections() throws Exception {
        Document page = close();

        SECTIONS.forEach(id -> assertThat(ids(page)).doesNotContain(id));
        assertThat(round().properties())
                .extracting(Map.Entry::getKey)
                .doesNotContain("deduplication", "resolution", "balance", "ranking", "split", "decontamination");
    }

    @Test
    void aStepThatHasLeftNothingHasNoSection() throws Exception {
        steps.add(step("deduplicate", EXACT));

        assertThat(ids(close())).doesNotContain("duplicates");
    }

    @Test
    void showsDuplicatesByKindAcrossRoundsAndTheLargestClustersWithWhatTheyStandFor() throws Exception {
        String secret = "sk-" + "a1b2c3d4e5".repeat(4);
        folder.rejected(1, 0, "merge")
                .write(
                        1,
                        List.of(SampleCampaign.sample(
                                "x",
                                "My MONEY,  please " + secret + " and so on".repeat(40),
                                "refund",
                                0.5,
                                "near-duplicate")));
        find(
                "deduplicate",
                EXACT,
                new Duplicates(
                        40,
                        31,
                        new TreeMap<>(Map.of("duplicate", 2L, "near-duplicate", 7L)),
                        12,
                        3,
                        1,
                        5,
                        List.of(new Cluster("a", 6, new TreeMap<>(Map.of("near-duplicate", 5L)), "x"))));
        String text = text(close(), "duplicates");

        assertThat(text)
                .contains("compared" + "duplicate" + "near-duplicate" + "known from before")
                .contains("Round 1" + "40" + "2" + "7" + "3" + "1" + "5" + "31")
                .contains("my money, please", "stands for My MONEY, please [SECRET] and so on", "…")
                .contains("6\u00a0samples · 5 as near-duplicate · kept a")
                .doesNotContain(secret, "paraphrase", " and so on".repeat(30));
        assertThat(round().at("/deduplication/0"))
                .hasToString("{\"samples\":40,\"kept\":31,\"rejected\":{\"duplicate\":2,\"near-duplicate\":7},"
                        + "\"clusters\":5,\"largest\":6,\"again\":3,\"replaced\":1}");
    }

    @Test
    void showsByWhatConflictsWereSettledAndThePairsThatCameOfThem() throws Exception {
        find(
                "resolve",
                new ResolveSettings(Keep.PAIR, "judge/helpfulness", 0),
                new Resolution(4, 10, new TreeMap<>(Map.of("chosen", 3L, "paired", 3L, "outscored", 1L, "tied", 3L))));
        String text = text(close(), "conflicts");

        assertThat(text)
                .contains("Made into pairs by judge/helpfulness")
                .contains("4\u00a0prompts with different answers, 10\u00a0samples in all. 3\u00a0pairs came of them.")
                .contains("chosenstays as a preference pair with the one it beat3")
                .doesNotContain("outvoted");
        assertThat(round().at("/resolution/0/outcomes/chosen").asInt()).isEqualTo(3);
        assertThat(round().at("/resolution/0/keep").asText()).isEqualTo("pair");
    }

    @Test
    void showsOfEachGroupWhatCameWhatItMightKeepAndWhatStays() throws Exception {
        find(
                "balance",
                new BalanceSettings(By.TOPIC, 10, List.of(), null, null, 20, null, null),
                new Balance(new TreeMap<>(Map.of(
                        "topic-1", new Balance.Group(4, 4, 7L, 3, 7L, "b"),
                        "topic-2", new Balance.Group(30, 10, null, 0, 10L, null)))));
        Document page = close();

        assertThat(text(page, "balance"))
                .contains("By topic", "beforeat mostafterlacking")
                .containsSubsequence("topic-2301010", "topic-1where is it4743")
                .contains("14 of 34 samples stay, in 2\u00a0groups.");
        assertThat(round().at("/balance/0/by").asText()).isEqualTo("topic");
        assertThat(round().at("/balance/0/groups/1"))
                .hasToString("{\"group\":\"topic-2\",\"samples\":30,\"kept\":10,\"most\":10,\"lacking\":0}");
    }

    @Test
    void unfoldsTheRowsOfManyGroupsAndShowsThoseThatWereCutFirst() throws Exception {
        Map<String, Balance.Group> groups = new TreeMap<>();
        IntStream.range(0, 40).forEach(i -> groups.put("label-" + i, new Balance.Group(50, 50, null, 0, 60L, null)));
        groups.put("zebra", new Balance.Group(45, 40, null, 0, 40L, null));
        find("balance", new BalanceSettings(By.LABEL, 60, List.of(), null, null, 20, null, null), new Balance(groups));
        Document page = close();

        assertThat(text(page, "balance")).containsSubsequence("zebra", "label-0", "21\u00a0more groups", "label-9");
        assertThat(page.getElementsByTagName("details").getLength()).isEqualTo(1);
    }

    @Test
    void showsHowScoresAreSpreadWhichStayAndWhatStaysOfEachGroup() throws Exception {
        List<Ranking.Bin> bins = List.of(new Ranking.Bin(1, 2.5, 3, 0), new Ranking.Bin(2.5, 4, 5, 4));
        find(
                "rank",
                new RankSettings(List.of("judge/quality"), 4, null, Per.LABEL, 3, null),
                new Ranking(
                        List.of("judge/quality", "judge/complexity"),
                        9,
                        8,
                        4,
                        4.0,
                        2.75,
                        bins,
                        new TreeMap<>(Map.of("", new Ranking.Group(2, 1), "refund", new Ranking.Group(7, 3)))));
        String text = text(close(), "ranking");

        assertThat(text)
                .contains("By judge/quality × judge/complexity", "selected 4", "not selected 4")
                .contains(
                        "score 2.5 to 4: 4 selected",
                        "score 2.5 to 4: 1 not selected",
                        "score 1 to 2.5: 3 not selected")
                .contains("8 of 9\u00a0samples have a score, the highest 4; the lowest that stays is 2.75.")
                .contains("By label", "refund73", "none21");
        assertThat(round().at("/ranking/0"))
                .hasToString("{\"by\":[\"judge/quality\",\"judge/complexity\"],\"samples\":9,\"scored\":8,\"kept\":4,"
                        + "\"highest\":4.0,\"lowest\":2.75}");
    }

    @Test
    void aRankingOfAnEarlierReleaseStandsWithoutItsSpread() throws Exception {
        steps.add(step("rank", new RankSettings(List.of("confidence"), 4, null, null, null, null)));
        new JsonDocument(folder.finding(1, 1, "rank"))
                .write(
                        new JsonMapper()
                                .readTree(
                                        "{\"by\": [\"confidence\"], \"samples\": 9, \"scored\": 8, \"kept\": 4, \"highest\": 0.9, \"lowest\": 0.5}"));

        assertThat(text(close(), "ranking")).contains("8 of 9", "Their spread was not kept.");
    }

    @Test
    void showsTheSizesOfThePartsTheirGroupsAndTheirLabels() throws Exception {
        find(
                "split",
                new SplitSettings(50, 0, false, 1, null),
                new Division(
                        new TreeMap<>(Map.of("train", 150L, "validation", 49L, "test", 0L)),
                        new TreeMap<>(
                                Map.of("train", Map.of("card", 100L, "fee", 50L), "validation", Map.of("card", 49L))),
                        2,
                        new TreeMap<>(Map.of("train", 90L, "validation", 33L, "test", 0L)),
                        new TreeMap<>(Map.of("train", 149L, "validation", 50L, "test", 0L))));
        String text = text(close(), "split");

        assertThat(text)
                .contains("samplesasked forsharegroups")
                .containsSubsequence("train15014975.4\u00a0%90", "validation495024.6\u00a0%33", "test000.0\u00a0%0")
                .containsSubsequence("card100490149", "fee500050")
                .contains("2\u00a0new samples would have connected several parts");
        assertThat(round().at("/split/0/wanted/validation").asInt()).isEqualTo(50);
    }

    @Test
    void theSummaryOfAllStepsFitsItsSchema() throws Exception {
        showsDuplicatesByKindAcrossRoundsAndTheLargestClustersWithWhatTheyStandFor();
        showsByWhatConflictsWereSettledAndThePairsThatCameOfThem();
        showsOfEachGroupWhatCameWhatItMightKeepAndWhatStays();
        showsHowScoresAreSpreadWhichStayAndWhatStaysOfEachGroup();
        showsTheSizesOfThePartsTheirGroupsAndTheirLabels();
        find(
                "decontaminate",
                new DecontaminateSettings(
                        List.of(new Benchmark("b.jsonl", List.of(), Benchmark.Several.APART)),
                        Preset.GPT_3,
                        null,
                        null,
                        null,
                        null,
                        null,
                        DecontaminateSettings.Of.TEXT,
                        5,
                        null),
                new Decontamination(
                        "8-gram words, any", 9, 1, List.of(new OfBenchmark("b.jsonl", 80, 1, 1, List.of()))));
        Document page = close();

        assertThat(ids(page)).containsSubsequence(SECTIONS);
        Validator validator = new ValidatorFactory().createValidator();
        URI schema = validator.registerSchema(Files.readString(Path.of("..", "docs", "summary.schema.json")));
        String summary = Files.readString(folder.summary());
        assertThat(validator.validate(schema, summary).isValid()).as(summary).isTrue();
        assertThat(validator
                        .validate(schema, summary.replace("\"straddling\"", "\"striding\""))
                        .isValid())
                .as("held to its schema")
                .isFalse();
    }

    private void find(String name, MergeSettings settings, Object findings) {
        steps.add(step(name, settings));
        new JsonDocument(folder.finding(1, steps.size(), name)).write(findings);
    }

    private static MergePlan step(String name, MergeSettings settings) {
        return new MergePlan(name, PlanJson.mapper().valueToTree(settings));
    }

    /** Closes the campaign; its page, which is well-formed XML or wrong. */
    private Document close() throws Exception {
        CampaignPlan plan =
                SampleCampaign.merging(SampleCampaign.plan(Provider.OPENAI, "gpt-4o-mini", List.of()), steps);
        SampleCampaign.closing().close(SampleCampaign.finished(), folder, plan, SampleCampaign.books());
        String page = Files.readString(folder.report());
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private JsonNode round() throws IOException {
        return new JsonMapper().readTree(folder.summary().toFile()).at("/rounds/0");
    }

    private static List<String> ids(Document page) {
        List<String> ids = new ArrayList<>();
        for (int section = 0; section < page.getElementsByTagName("section").getLength(); section++) {
            ids.add(page.getElementsByTagName("section")
                    .item(section)
                    .getAttributes()
                    .getNamedItem("id")
                    .getTextContent());
        }
        return ids;
    }

    private static String text(Document page, String id) {
        int section = ids(page).indexOf(id);
        assertThat(section).as("a section " + id).isNotNegative();
        return page.getElementsByTagName("section").item(section).getTextContent();
    }
}
