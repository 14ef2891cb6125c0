package org.espalier.nas.api.plugin;

/** The config record of a component that has no settings. */
public record NoSettings() {}
