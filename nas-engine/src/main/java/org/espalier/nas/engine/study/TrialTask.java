package org.espalier.nas.engine.study;

import java.util.List;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** A trial that waits for a worker, and the results that its stopping rule may use. */
record TrialTask(Trial trial, List<TrialResult> known) {}
