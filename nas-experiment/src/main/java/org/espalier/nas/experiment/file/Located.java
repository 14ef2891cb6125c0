package org.espalier.nas.experiment.file;

/** What a file describes, with the places of its settings. */
public sealed interface Located permits LocatedExperiment, LocatedComparison {}
