package org.espalier.nas.experiment.file;

/** An experiment or a comparison with the places of its settings. */
public sealed interface Located permits LocatedExperiment, LocatedComparison {}
