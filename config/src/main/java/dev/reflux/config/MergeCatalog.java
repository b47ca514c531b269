package dev.reflux.config;

import java.util.List;
import java.util.Optional;

/** The steps a campaign's merge may name, with the record that each one's settings must fit. */
public interface MergeCatalog {

    /** Names in the order a reader should see them. */
    List<String> names();

    /** The settings record of a step, or empty where there is no such step. */
    Optional<Class<? extends MergeSettings>> settingsOf(String step);
}
