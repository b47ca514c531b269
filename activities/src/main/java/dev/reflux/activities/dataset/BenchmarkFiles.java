package dev.reflux.activities.dataset;

import dev.reflux.activities.dataset.merge.BenchmarkItem;
import dev.reflux.activities.dataset.merge.MergeChain;
import dev.reflux.activities.dataset.merge.MergeGround;
import dev.reflux.activities.dataset.merge.MergeTeachers;
import dev.reflux.config.Benchmark;
import dev.reflux.config.CampaignPlan;
import dev.reflux.config.Environment;
import dev.reflux.config.MergePlan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds and reads the benchmark files that steps of the merge name. */
public final class BenchmarkFiles {

    private BenchmarkFiles() {}

    /** A file and what the campaign says of it. */
    private record Found(InputFile file, Benchmark benchmark) {}

    /**
     * What the steps of an open campaign's merge work on. Benchmarks are read when their step begins.
     *
     * @param scratch folder below which each step has one of its own
     * @param teachers whom the steps may ask
     */
    public static MergeChain.Grounds grounds(
            OpenedCampaign campaign, Path scratch, Environment environment, MergeTeachers teachers) {
        return (number, step) -> new MergeGround(
                scratch.resolve(number + "-" + step.name()),
                read(step, Path.of(campaign.folder()), environment),
                teachers);
    }

    /**
     * All records of a step's benchmarks, in the order they are named; files that one path stands for, by name. A file has
     * its plain name, unless two have the same: then the path from the campaign file.
     *
     * @param folder the campaign file's folder, against which a relative path is meant
     * @throws dev.reflux.config.InvalidCampaignException if a file is missing, empty or broken
     */
    static List<BenchmarkItem> read(MergePlan step, Path folder, Environment environment) {
        List<Found> files = found(step, folder, environment);
        Map<String, Integer> named = new HashMap<>();
        files.forEach(found -> named.merge(plainName(found), 1, Integer::sum));
        List<BenchmarkItem> items = new ArrayList<>();
        for (Found found : files) {
            String name = named.get(plainName(found)) == 1
                    ? plainName(found)
                    : folder.toAbsolutePath().relativize(found.file().path()).toString();
            items.addAll(new BenchmarkReader(found.file(), found.benchmark()).read(name));
        }
        return items;
    }

    /**
     * Reads all benchmarks of a campaign and lets them go.
     *
     * @throws dev.reflux.config.InvalidCampaignException if one is missing, empty or broken
     */
    static void check(CampaignPlan plan, Path folder, Environment environment) {
        plan.merge().forEach(step -> read(step, folder, environment));
    }

    /** The files of all benchmarks of a campaign, in the order of its steps. */
    static List<InputFile> files(CampaignPlan plan, Path folder, Environment environment) {
        return plan.merge().stream()
                .flatMap(step -> found(step, folder, environment).stream())
                .map(Found::file)
                .toList();
    }

    private static String plainName(Found found) {
        return found.file().path().getFileName().toString();
    }

    private static List<Found> found(MergePlan step, Path folder, Environment environment) {
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < step.benchmarks().size(); i++) {
            Benchmark benchmark = step.benchmarks().get(i);
            String key = "merge." + step.name() + ".benchmarks[" + i + "]";
            String path = environment.resolve(benchmark.path());
            int name = path.lastIndexOf('/') + 1;
            if (path.indexOf('*', name) < 0 && path.indexOf('?', name) < 0) {
                found.add(new Found(InputFile.of(key, path, folder, environment), benchmark));
            } else {
                Path below =
                        folder.resolve(path.substring(0, name)).toAbsolutePath().normalize();
                for (Path match : matches(key, below, path.substring(name))) {
                    found.add(new Found(InputFile.of(key, match.toString(), folder, environment), benchmark));
                }
            }
        }
        return found;
    }

    private static List<Path> matches(String key, Path below, String pattern) {
        List<Path> matches = new ArrayList<>();
        InputFile all = new InputFile(key, below.resolve(pattern), null);
        String literal = pattern.replaceAll("[\\[\\]{}\\\\]", "\\\\$0");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(below, literal)) {
            files.forEach(matches::add);
        } catch (IOException e) {
            throw all.broken(
                    0,
                    "must lie in a folder",
                    "nothing",
                    "correct the path; it counts from the campaign file's folder");
        }
        matches.removeIf(match -> !Files.isRegularFile(match));
        if (matches.isEmpty()) {
            throw all.broken(
                    0,
                    "must stand for at least one file",
                    "none",
                    "correct the path; it counts from the campaign file's folder");
        }
        matches.sort(Comparator.comparing(match -> match.getFileName().toString()));
        return matches;
    }
}
