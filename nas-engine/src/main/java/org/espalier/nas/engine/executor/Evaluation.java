package org.espalier.nas.engine.executor;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.engine.executor.AttemptEnd.Broken;
import org.espalier.nas.engine.executor.AttemptEnd.Evaluated;
import org.espalier.nas.engine.executor.AttemptEnd.Failed;
import org.espalier.nas.engine.executor.AttemptEnd.Lost;

/** Evaluation of a trial by any executor. */
public final class Evaluation {

  private Evaluation() {}

  /**
   * Evaluates a trial; exceptions are ends too. A trial is to blame for its exceptions and for
   * filling the memory, but not for a store that cannot be reached, nor for other errors, such as
   * classes that are missing.
   *
   * @param evaluator evaluates the trial
   */
  public static AttemptEnd end(Callable<Outcome> evaluator) {
    try {
      return new Evaluated(
          Objects.requireNonNull(evaluator.call(), "The evaluator returned null."));
    } catch (ArtifactException e) {
      return new Lost("a file of another trial could not be reached: " + e.getMessage());
    } catch (Exception | StackOverflowError e) {
      return Failed.by(FailureCause.EXCEPTION, e);
    } catch (OutOfMemoryError e) {
      return Failed.by(FailureCause.OUT_OF_MEMORY, e);
    } catch (Error e) {
      return new Broken(e);
    }
  }
}
