package dev.reflux.config;

/** The files a campaign starts from. */
public record Inputs(
        @Key("Labelled samples the teacher learns from and is calibrated on.")
        DataFile seeds,

        @Key("Unlabelled text to be labelled.") DataFile pool,

        @Key("Gold samples the student is evaluated on; never trained on.")
        DataFile holdout,

        @Key(value = "The pool's true labels, used only to measure precision.", otherwise = Key.ABSENT)
        DataFile gold) {}
