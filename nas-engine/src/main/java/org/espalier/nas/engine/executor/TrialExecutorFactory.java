package org.espalier.nas.engine.executor;

import java.util.function.Consumer;

/** Factory of the executor of a study. */
@FunctionalInterface
public interface TrialExecutorFactory {

  /**
   * Starts an executor, which the caller closes.
   *
   * @param failures receiver of errors that belong to no attempt, such as that of an evaluator that
   *     cannot be created; the study ends by them
   */
  TrialExecutor start(Consumer<Throwable> failures);
}
