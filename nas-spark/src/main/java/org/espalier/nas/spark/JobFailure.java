package org.espalier.nas.spark;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.engine.executor.AttemptEnd;
import org.espalier.nas.engine.remote.RemoteException;

/** Meaning of the failure of a job whose task never fails by itself. */
final class JobFailure {

  /** Message of the only exception with which a task ends. */
  static final String NO_DRIVER = "The driver cannot be reached";

  /** A stack trace of the task; a machine that is lost leaves none. */
  private static final String TRACE = "\n\tat ";

  /** The program's own classes are missing on the other machine, or are others. */
  private static final Pattern OTHER_PROGRAM =
      Pattern.compile(
          "(ClassNotFoundException|NoClassDefFoundError|InvalidClassException|NoSuchMethodError"
              + "|UnsatisfiedLinkError)[^\\n]*");

  /** The cluster, or somebody in front of its pages, ended the application. */
  private static final Pattern APPLICATION_OVER =
      Pattern.compile("SparkContext (was|has been) (shut down|shutdown)|stopped SparkContext");

  /** Spark's message goes on with the stack trace of its own driver. */
  private static final Pattern END =
      Pattern.compile("\\s*\\n\\s*Driver stacktrace:.*", Pattern.DOTALL);

  private JobFailure() {}

  /** Returns the end of an attempt whose job failed: mostly, its machine was lost. */
  static AttemptEnd end(Throwable failure) {
    String message = reason(failure);
    if (APPLICATION_OVER.matcher(message).find()) {
      return new AttemptEnd.Broken(
          new RemoteException(
              "The cluster has ended this application, or cannot be reached any more; the log of the run says why.",
              failure));
    }
    Matcher program = OTHER_PROGRAM.matcher(message);
    if (program.find()) {
      return new AttemptEnd.Broken(
          new RemoteException(
              "The executors do not have the program (%s): install the same version on all machines, or let Spark send it with executor.program: sent."
                  .formatted(program.group()),
              failure));
    }
    return message.contains(TRACE) && !message.contains(NO_DRIVER)
        ? new AttemptEnd.Broken(
            new RemoteException("The executors cannot evaluate trials: " + message, failure))
        : new AttemptEnd.Lost(message);
  }

  /** Returns Spark's message without stack traces of this process. */
  static String reason(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : END.matcher(message).replaceFirst("");
  }
}
