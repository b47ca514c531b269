package dev.reflux.activities.stage.evolve;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import dev.reflux.config.Preparation;
import dev.reflux.config.Provider;
import dev.reflux.config.StageSettings;
import dev.reflux.config.TeacherPlan;
import dev.reflux.config.WorkerRole;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Settings of the stage {@code evolve}. */
public record EvolveSettings(
        @Key(value = "What evolves.", otherwise = "instruction")
        Subject what,

        @Key(
                value =
                        "Operations to draw from, each with its weight; all that there are, equally often, where empty.",
                otherwise = "{}",
                least = 0.001,
                most = 1000)
        Map<String, Double> operations,

        @Key(
                value = "How often a sample evolves in each round, each time from what it became before.",
                otherwise = "1",
                least = 1,
                most = 10)
        int generations,

        @Key(
                value =
                        "Evolutions tried for one sample in a round at most, failed ones included; twice the generations"
                                + " where absent.",
                otherwise = Key.ABSENT,
                least = 1,
                most = 50)
        Integer attempts,

        @Key(value = "Whether the original goes on beside what was made of it.", otherwise = "true")
        boolean keepOriginals,

        @Key(value = "Who evolves, by its name below teachers; the main teacher where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(value = "Sampling temperature.", otherwise = "0.7", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest answer to one call, in tokens.", otherwise = "1024", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "How often a call is made at most, where another draw may be better.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws,

        @Key(
                value = "Search for an evolving method in place of the operations; none where absent.",
                otherwise = Key.ABSENT)
        MethodSearch auto)
        implements StageSettings {

    public EvolveSettings {
        what = what == null ? new Subject(Evolves.INSTRUCTION, null) : what;
        operations = operations == null ? new TreeMap<>() : new TreeMap<>(operations);
        for (String word : operations.keySet()) {
            if (Operation.named(word, what.evolves()).isEmpty()) {
                throw unknown(word, what.evolves());
            }
        }
        if (auto != null && (what.evolves() == Evolves.ANSWER || !operations.isEmpty())) {
            throw new InvalidSettingException(
                    "auto",
                    "must stand alone: it evolves instructions, by a method in place of operations",
                    what.evolves() == Evolves.ANSWER ? "what: answer beside it" : "operations beside it",
                    "remove one of the two");
        }
        if (attempts != null && attempts < generations) {
            throw new InvalidSettingException(
                    "attempts",
                    "must be at least generations, " + generations,
                    String.valueOf(attempts),
                    "raise it, or leave it out");
        }
    }

    /** What evolves, in its own language. */
    EvolveSettings(
            Evolves what,
            Map<String, Double> operations,
            int generations,
            Integer attempts,
            boolean keepOriginals,
            String teacher,
            double temperature,
            int maxOutputTokens,
            int draws,
            MethodSearch auto) {
        this(
                new Subject(what, null),
                operations,
                generations,
                attempts,
                keepOriginals,
                teacher,
                temperature,
                maxOutputTokens,
                draws,
                auto);
    }

    /** What of a sample evolves. */
    Evolves evolves() {
        return what.evolves();
    }

    @Override
    public Preparation preparation() {
        return auto == null ? Preparation.NONE : Preparation.AFTER_ALL_SHARDS;
    }

    /** @throws InvalidSettingException if the main teacher is asked beside an optimiser and is no chat model */
    @Override
    public WorkerRole role(TeacherPlan main) {
        if (teacher == null && main.provider() == Provider.EMBEDDED) {
            throw new InvalidSettingException(
                    "auto",
                    "needs a chat model to evolve beside its optimiser",
                    "the main teacher, which is embedded",
                    "name one as teacher, too");
        }
        return WorkerRole.TEACHER;
    }

    @Override
    public boolean asksInWords() {
        return true;
    }

    @Override
    public List<String> teachers() {
        return Stream.of(teacher, auto == null ? null : auto.optimiser())
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Evolutions tried for one sample at most. */
    int mostAttempts() {
        return attempts == null ? 2 * generations : attempts;
    }

    /** The operations that may be drawn with their weights, in the order of the reference. */
    List<WeightedDraw.Weighted<Operation>> weighted() {
        return Operation.of(evolves()).stream()
                .filter(operation -> operations.isEmpty() || operations.containsKey(operation.word()))
                .map(operation ->
                        new WeightedDraw.Weighted<>(operation, operations.getOrDefault(operation.word(), 1.0)))
                .toList();
    }

    private static InvalidSettingException unknown(String word, Evolves what) {
        String known = Operation.of(what).stream().map(Operation::word).collect(Collectors.joining(", "));
        return new InvalidSettingException(
                "operations",
                "must be among " + known + " where what is " + what.name().toLowerCase(Locale.ROOT),
                word,
                "correct or remove it");
    }
}
