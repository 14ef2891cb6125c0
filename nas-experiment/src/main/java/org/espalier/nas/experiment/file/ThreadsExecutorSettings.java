package org.espalier.nas.experiment.file;

import org.espalier.nas.api.plugin.Description;

/** Threads of this process; {@code workers} says how many. */
@Description("Threads of this process; workers says how many.")
public record ThreadsExecutorSettings() implements ExecutorSettings {}
