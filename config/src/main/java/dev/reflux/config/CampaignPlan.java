package dev.reflux.config;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A whole campaign as its file states it, validated.
 *
 * <p>Text may still hold {@code ${NAME}} placeholders: they are resolved on the worker only, so that a plan can travel
 * through Temporal without carrying a secret.
 */
public record CampaignPlan(
        @Key(
                value = "Name of the campaign: its workflow id, its folder in the workspace.",
                pattern = "^" + CampaignPlan.NAME_PATTERN + "$")
        String campaign,

        @Key("The files it starts from.") Inputs inputs,

        @Key("The model that labels, writes, answers and judges.")
        TeacherPlan teacher,

        @Key(value = "Further models by name, for stages that ask another than the main one.", otherwise = "{}")
        Map<String, TeacherPlan> teachers,

        @Key(value = "What the campaign may cost.", otherwise = Key.ABSENT)
        Budget budget,

        @Key(value = "How often it goes round, and when it stops.", otherwise = "{}")
        Rounds rounds,

        @Key(value = "How the work is cut.", otherwise = "{}")
        Shards shards,

        @Key("What every shard goes through, in order.") List<StagePlan> stages,

        @Key(
                value =
                        "What the whole of a round's dataset goes through; where nothing is written, equal texts are removed.",
                otherwise = "[]")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<MergePlan> merge,

        @Key(value = "The model that is trained after each round.", otherwise = "{}")
        StudentPlan student,

        @Key(value = "Files written when the campaign ends.", otherwise = "[]")
        List<Export> exports,

        @Key(value = "What the exports' dataset card says that nothing can count.", otherwise = Key.ABSENT)
        Card card) {

    /** Letters, digits, dot, dash and underscore, at most 100 characters: it becomes a workflow id and a folder. */
    public static final String NAME_PATTERN = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";

    public CampaignPlan {
        if (!campaign.matches(NAME_PATTERN)) {
            throw new InvalidSettingException(
                    "campaign",
                    "must start with a letter or digit and hold only letters, digits, '.', '_' and '-', at most 100",
                    campaign,
                    "write a name such as support-intents");
        }
        if (stages.isEmpty()) {
            throw new InvalidSettingException(
                    "stages", "must name at least one stage", "[]", "add one, such as pseudo-label");
        }
        teachers = teachers == null ? new TreeMap<>() : new TreeMap<>(teachers);
        requireInputs(inputs, stages, student);
        requirePoolToGoOver(rounds, stages);
        if (rounds.stopWhen() != null && !student.isWanted()) {
            throw new InvalidSettingException(
                    "rounds.stopWhen",
                    "needs a student, whose metric it watches",
                    "student: {kind: none}",
                    "leave stopWhen out, or train a student");
        }
        if (budget != null && !teacher.isInProcess() && teacher.price().isNothing()) {
            throw new InvalidSettingException(
                    "budget",
                    "needs the prices it is counted with",
                    "a teacher.price of nothing",
                    "add price: {inputPerMillion: …, outputPerMillion: …} to the teacher, or leave the budget out");
        }
        long files = exports.stream().map(Export::path).distinct().count();
        if (files < exports.size()) {
            throw new InvalidSettingException(
                    "exports", "must name each file once", "one path twice", "give each export a path of its own");
        }
        stages = List.copyOf(stages);
        merge = merge == null ? List.of() : List.copyOf(merge);
        exports = List.copyOf(exports);
        requireSplit(merge, exports);
    }

    /** Of a campaign that says nothing for its dataset's card. */
    public CampaignPlan(
            String campaign,
            Inputs inputs,
            TeacherPlan teacher,
            Map<String, TeacherPlan> teachers,
            Budget budget,
            Rounds rounds,
            Shards shards,
            List<StagePlan> stages,
            List<MergePlan> merge,
            StudentPlan student,
            List<Export> exports) {
        this(campaign, inputs, teacher, teachers, budget, rounds, shards, stages, merge, student, exports, null);
    }

    /** Of a campaign that names no merge. */
    public CampaignPlan(
            String campaign,
            Inputs inputs,
            TeacherPlan teacher,
            Map<String, TeacherPlan> teachers,
            Budget budget,
            Rounds rounds,
            Shards shards,
            List<StagePlan> stages,
            StudentPlan student,
            List<Export> exports) {
        this(campaign, inputs, teacher, teachers, budget, rounds, shards, stages, List.of(), student, exports);
    }

    /** A further teacher by its name; the main one where the name is null. */
    public TeacherPlan teacher(String name) {
        return name == null ? teacher : teachers.get(name);
    }

    /** True where each round's dataset holds that of the round before. */
    public boolean addsUp() {
        return stages.get(0).creates() > 0 || rounds.over() == Rounds.Over.UNSOLVED;
    }

    /** Which workers may merge a round's dataset: those that wait on models where a step asks one. */
    public WorkerRole mergeRole() {
        return merge.stream().anyMatch(step -> step.asks() > 0) ? WorkerRole.TEACHER : WorkerRole.COMPUTE;
    }

    /** True if a teacher makes its answers up. */
    @JsonIgnore
    public boolean isRehearsal() {
        return Stream.concat(Stream.of(teacher), teachers.values().stream())
                .anyMatch(each -> each.provider() == Provider.REHEARSAL);
    }

    private static void requireSplit(List<MergePlan> merge, List<Export> exports) {
        boolean isSplit = merge.stream().anyMatch(step -> step.name().equals("split"));
        for (Export export : exports) {
            if (export.split() != null && !isSplit) {
                throw new InvalidSettingException(
                        "exports",
                        "must not ask for a split where the merge has no step split",
                        export.path(),
                        "add split to merge, or leave the export's split out");
            }
        }
    }

    private static void requirePoolToGoOver(Rounds rounds, List<StagePlan> stages) {
        if (rounds.over() == Rounds.Over.UNSOLVED && stages.get(0).creates() > 0) {
            throw new InvalidSettingException(
                    "rounds.over",
                    "must be all where stage " + stages.get(0).name() + " makes the samples of each round",
                    "unsolved",
                    "leave over out: each round adds to the dataset as it is");
        }
    }

    private static void requireInputs(Inputs inputs, List<StagePlan> stages, StudentPlan student) {
        for (StagePlan later : stages.subList(1, stages.size())) {
            if (later.creates() > 0) {
                throw new InvalidSettingException(
                        "stages",
                        "must begin with the stage that makes the samples",
                        later.name() + " after " + stages.get(0).name(),
                        "move " + later.name() + " to the front, once");
            }
        }
        boolean creates = stages.get(0).creates() > 0;
        if (creates == (inputs.pool() != null)) {
            throw new InvalidSettingException(
                    "inputs",
                    creates
                            ? "must give no pool, because stage "
                                    + stages.get(0).name() + " makes the samples"
                            : "must give a pool, because stage " + stages.get(0).name() + " works on what comes in",
                    creates ? inputs.pool().path() : "none",
                    creates ? "leave the pool out" : "add pool: FILE.jsonl");
        }
        if (student.isWanted() && (inputs.seeds() == null || inputs.holdout() == null)) {
            throw new InvalidSettingException(
                    "inputs",
                    "must give the seeds that the student learns from and the holdout that it is measured on",
                    inputs.seeds() == null ? "no seeds" : "no holdout",
                    "add them, or write student: {kind: none}");
        }
    }
}
