package org.espalier.nas.tf.graph;

import java.util.Map;
import org.espalier.nas.tf.device.DenormalFlush;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.SessionFunction;
import org.tensorflow.Tensor;
import org.tensorflow.op.Op;

/**
 * One run of a session, to which feeds, fetches and targets are added. Denormal numbers are {@link
 * DenormalFlush flushed} while it computes; no other class than this and {@link PreparedRun} runs
 * sessions.
 */
public final class SessionRunner {
  private final Session.Runner runner;

  /** Prepares a run of a session. */
  public SessionRunner(Session session) {
    runner = session.runner();
  }

  /** Calls a function of a loaded model; close its result. */
  public static Result call(SessionFunction function, Map<String, Tensor> arguments) {
    return DenormalFlush.during(() -> function.call(arguments));
  }

  /** Feeds a tensor, which stays the caller's, as the value of an operand. */
  public SessionRunner feed(Operand<?> operand, Tensor value) {
    runner.feed(operand, value);
    return this;
  }

  /** Feeds a tensor, which stays the caller's, as the value of an operation's first output. */
  public SessionRunner feed(String operation, Tensor value) {
    runner.feed(operation, value);
    return this;
  }

  /** Fetches the value of an operand. */
  public SessionRunner fetch(Operand<?> operand) {
    runner.fetch(operand);
    return this;
  }

  /** Fetches the value of an operation's first output, or of the output after a colon. */
  public SessionRunner fetch(String operation) {
    runner.fetch(operation);
    return this;
  }

  /** Runs an operation for its effect. */
  public SessionRunner addTarget(Op operation) {
    runner.addTarget(operation);
    return this;
  }

  /** Returns true if nothing is fed, fetched or run. */
  public boolean isEmpty() {
    return runner.isEmpty();
  }

  /** Runs and returns the fetched values in the order of fetches; close the result. */
  public Result run() {
    return DenormalFlush.during(runner::run);
  }
}
