package org.espalier.nas.experiment.wiring;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The constructor that threw an exception while the objects of an experiment were created: that of
 * a component, or of a service that it asks for.
 *
 * @param className name of its class
 */
record FailedConstructor(String className) {
  private static final Pattern CALLER =
      Pattern.compile("(com\\.google\\.inject|java\\.lang\\.reflect|jdk\\.internal)\\..*");

  /** Finds the constructor in the stack trace: the last one before the calls of Guice. */
  static Optional<FailedConstructor> of(Throwable cause) {
    return Arrays.stream(cause.getStackTrace())
        .takeWhile(frame -> !CALLER.matcher(frame.getClassName()).matches())
        .filter(frame -> frame.getMethodName().equals("<init>"))
        .reduce((inner, outer) -> outer)
        .map(frame -> new FailedConstructor(frame.getClassName()));
  }

  @Override
  public String toString() {
    return "the constructor of " + className + " failed: ";
  }
}
