package org.espalier.nas.experiment.file;

/** The place where the trials of a search are evaluated. Results do not depend on it. */
public sealed interface ExecutorSettings permits ThreadsExecutorSettings, SparkExecutorSettings {}
