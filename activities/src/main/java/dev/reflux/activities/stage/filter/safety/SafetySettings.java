package dev.reflux.activities.stage.filter.safety;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.List;

/** Who judges whether samples are safe, and by what. */
public record SafetySettings(
        @Key(value = "Name of the teacher that judges; the main one where absent.", otherwise = Key.ABSENT)
        String teacher,

        @Key(value = "What must not be found; all that are built in where none is named.", otherwise = "[]")
        List<Hazard> hazards,

        @Key(value = "Whether the judge says why before it decides.", otherwise = "true")
        boolean rationale,

        @Key(value = "Sampling temperature.", otherwise = "0", least = 0, most = 2)
        double temperature,

        @Key(value = "Longest reply of the judge, in tokens.", otherwise = "512", least = 1, most = 1_000_000)
        int maxOutputTokens,

        @Key(
                value = "Times the judge is asked at most, until its reply can be read.",
                otherwise = "2",
                least = 1,
                most = 10)
        int draws) {

    public SafetySettings {
        hazards = hazards == null ? List.of() : List.copyOf(hazards);
        List<String> names = hazards.stream().map(Hazard::name).toList();
        if (names.stream().distinct().count() < names.size()) {
            throw new InvalidSettingException(
                    "hazards", "must be named once each", names.toString(), "remove the repeated one");
        }
    }

    /** What must not be found, in order. */
    List<Hazard> judged() {
        return hazards.isEmpty()
                ? BuiltInHazards.all()
                : hazards.stream().map(Hazard::resolved).toList();
    }
}
