package dev.reflux.config;

/** The files a campaign starts from. */
public record Inputs(
        @Key(
                value =
                        "Labelled samples the teacher learns from and is calibrated on, or instructions to model others on.",
                otherwise = Key.ABSENT)
        DataFile seeds,

        @Key(
                value = "What the stages work on: text to be labelled, instructions to be answered. Absent where the"
                        + " first stage makes them.",
                otherwise = Key.ABSENT)
        DataFile pool,

        @Key(value = "Gold samples the student is evaluated on; never trained on.", otherwise = Key.ABSENT)
        DataFile holdout,

        @Key(value = "The pool's true labels, used only to measure precision.", otherwise = Key.ABSENT)
        DataFile gold) {}
