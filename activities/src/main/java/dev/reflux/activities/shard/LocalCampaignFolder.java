package dev.reflux.activities.shard;

import java.nio.file.Files;
import java.nio.file.Path;

/** A campaign's files on a local disk. */
record LocalCampaignFolder(Path root) implements CampaignFolder {

    @Override
    public Path campaignFile() {
        return root.resolve("campaign.yaml");
    }

    @Override
    public Path plan() {
        return root.resolve("plan.json");
    }

    @Override
    public Path summary() {
        return root.resolve("summary.json");
    }

    @Override
    public Path report() {
        return root.resolve("report").resolve("index.html");
    }

    @Override
    public Path exports() {
        return root.resolve("exports");
    }

    @Override
    public ShardSet seeds() {
        return input("seeds");
    }

    @Override
    public ShardSet pool() {
        return input("pool");
    }

    @Override
    public ShardSet holdout() {
        return input("holdout");
    }

    @Override
    public ShardSet gold() {
        return input("gold");
    }

    @Override
    public ShardSet accepted(int round, int stage, String name) {
        return stage == 0 ? pool() : new JsonlShardSet(stage("rounds", round, stage, name));
    }

    @Override
    public ShardSet rejected(int round, int stage, String name) {
        return new JsonlShardSet(stage("rejected", round, stage, name));
    }

    @Override
    public Path preparation(int round, int stage, String name) {
        return stage("rounds", round, stage, name).resolve("preparation.json");
    }

    @Override
    public Path calibration(int round, int stage, String name) {
        return stage("rounds", round, stage, name).resolve("calibration.json");
    }

    @Override
    public Path finding(int round, int step, String name) {
        return stage("rounds", round, 0, "merge").resolve(step + "-" + name + ".json");
    }

    @Override
    public ShardSet unsolved(int round) {
        return new JsonlShardSet(root.resolve("unsolved").resolve(twoDigits(round)));
    }

    @Override
    public ShardSet dataset(int round) {
        return new JsonlShardSet(merged(round));
    }

    @Override
    public int mergedRounds() {
        int round = 0;
        while (Files.isDirectory(merged(round + 1))) {
            round++;
        }
        return round;
    }

    private Path merged(int round) {
        return root.resolve("dataset").resolve(twoDigits(round));
    }

    @Override
    public Path signatures(int round, int step, String name) {
        return root.resolve("dataset").resolve(twoDigits(round)).resolve(step + "-" + name + ".signatures");
    }

    @Override
    public Path studentModel(int round) {
        return root.resolve("students").resolve(twoDigits(round) + ".model.zst");
    }

    @Override
    public Path studentReport(int round) {
        return root.resolve("students").resolve(twoDigits(round) + ".json");
    }

    private ShardSet input(String name) {
        return new JsonlShardSet(root.resolve("inputs").resolve(name));
    }

    private Path stage(String kind, int round, int stage, String name) {
        String place = stage == 0 ? name : stage + "-" + name;
        return root.resolve(kind).resolve(twoDigits(round)).resolve(place);
    }

    private static String twoDigits(int round) {
        return "%02d".formatted(round);
    }
}
