package dev.reflux.activities.stage.generate.magpie;

import dev.reflux.config.InvalidSettingException;
import dev.reflux.config.Key;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A system prompt under which users' turns are written, and how often it is. */
public record SystemPrompt(
        @Key(value = "What the system prompt says.", shorthand = true)
        String text,

        @Key(
                value = "Share of the instructions made under it; all shares sum to 1.",
                otherwise = "1",
                least = 0,
                most = 1)
        double weight) {

    /** Decimal fractions such as three times 0.3333 are meant as a whole. */
    private static final double ROUNDING = 0.001;

    public SystemPrompt {
        if (text.isBlank()) {
            throw new InvalidSettingException(
                    "text", "must say something", "nothing", "write it, or remove the prompt");
        }
    }

    /** Refuses prompts whose weights do not sum to 1. */
    public static void requireWhole(Map<String, SystemPrompt> prompts) {
        double sum = sum(prompts);
        if (!prompts.isEmpty() && Math.abs(sum - 1) > ROUNDING) {
            throw new InvalidSettingException(
                    "systems",
                    "must have weights that sum to 1",
                    String.format(Locale.ROOT, "%.3f", sum),
                    "correct the weights of " + String.join(", ", new TreeMap<>(prompts).keySet()));
        }
    }

    /** Name of a prompt, each as likely as it weighs; the same for the same random seed. */
    public static String draw(Map<String, SystemPrompt> prompts, Random random) {
        double left = random.nextDouble() * sum(prompts);
        String drawn = null;
        for (Map.Entry<String, SystemPrompt> prompt : new TreeMap<>(prompts).entrySet()) {
            if (left >= 0 && prompt.getValue().weight() > 0) {
                drawn = prompt.getKey();
            }
            left -= prompt.getValue().weight();
        }
        return drawn;
    }

    private static double sum(Map<String, SystemPrompt> prompts) {
        return prompts.values().stream().mapToDouble(SystemPrompt::weight).sum();
    }
}
