package dev.reflux.config;

import java.util.List;
import java.util.Optional;

/** The stages and the merge's steps a campaign may name, with the record that each one's settings must fit. */
public interface StageCatalog {

    /** Names in the order a reader should see them. */
    List<String> names();

    /** The settings record of a stage, or empty where there is no such stage. */
    Optional<Class<? extends StageSettings>> settingsOf(String stage);

    /** The steps that its merge may name. */
    MergeCatalog merging();
}
