package org.espalier.nas.experiment.run;

import java.util.function.Supplier;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.Experiment;

/** A strategy that runs studies so that they can be interrupted. */
@FunctionalInterface
public interface StudyRunner {

  /**
   * Runs a study.
   *
   * @param study runs it to its end
   * @param interrupt makes it end soon; callable from any thread
   * @return the study's summary
   */
  StudySummary run(Supplier<StudySummary> study, Runnable interrupt);

  /** Returns the parts with which the study runs; by default those given. */
  default StudySetup prepare(StudySetup setup, Experiment experiment) {
    return setup;
  }
}
