package org.espalier.nas.engine.remote;

import java.util.List;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;

/** Parts of a study with which a worker evaluates its trials. */
public interface WorkerParts extends AutoCloseable {

  /** Creates an evaluator, which the caller closes. */
  Evaluator evaluator();

  /**
   * Returns the listeners with the state that evaluators share. They are told what an evaluator's
   * trial depends on: {@link StudyListener#told} and {@link StudyListener#retained} before it,
   * {@link StudyListener#storing} after it; never that the study ended, nor that a trial may be
   * deleted.
   */
  List<StudyListener> listeners();

  @Override
  void close();
}
