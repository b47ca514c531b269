package dev.reflux.config;

/** The settings record of a step over the whole of a round's dataset. Implemented by records only. */
public interface MergeSettings {}
