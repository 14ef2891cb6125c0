package org.espalier.nas.engine.executor;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Outcome;

/** End of an attempt to evaluate a trial. */
public sealed interface AttemptEnd {

  /**
   * The evaluator returned an outcome.
   *
   * @param outcome the outcome, with all measurements
   */
  record Evaluated(Outcome outcome) implements AttemptEnd {}

  /**
   * The evaluator threw an exception, for which the trial is to blame.
   *
   * @param cause the kind of the failure
   * @param message the exception in one line
   * @param trace the stack trace
   */
  record Failed(FailureCause cause, String message, String trace) implements AttemptEnd {

    /** A stack overflow has a thousand frames, which repeat. */
    private static final int LONGEST_TRACE = 32_000;

    /** Returns the end by an exception. */
    public static Failed by(FailureCause cause, Throwable error) {
      StringWriter text = new StringWriter();
      error.printStackTrace(new PrintWriter(text, true));
      String trace = text.toString().replace("\r\n", "\n");
      return new Failed(
          cause, error.toString(), trace.substring(0, Math.min(trace.length(), LONGEST_TRACE)));
    }
  }

  /**
   * The executor lost what evaluated the trial, such as another machine; the trial is not to blame
   * and may be attempted again.
   *
   * @param reason the reason, as a clause
   */
  record Lost(String reason) implements AttemptEnd {}

  /**
   * Something broke for which the trial is not to blame, and which would break other trials too.
   *
   * @param cause the error
   */
  record Broken(Throwable cause) implements AttemptEnd {}
}
