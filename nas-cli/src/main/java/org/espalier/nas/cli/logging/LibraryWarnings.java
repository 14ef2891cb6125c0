package org.espalier.nas.cli.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;
import java.util.List;

/**
 * Writer of the warnings of libraries to standard error. Messages of Espalier itself are left out,
 * because the program prints what its user must know; so are those of Spark about executors that it
 * replaces and tasks that are repeated, but not that it has no executors.
 */
final class LibraryWarnings extends AppenderBase<ILoggingEvent> {
  /** The package of Espalier. */
  static final String OWN = "org.espalier";

  private static final List<String> CLUSTER =
      List.of("org.apache.", "org.sparkproject.", "io.netty.");

  private static final String NO_EXECUTORS = "Initial job has not accepted any resources";

  private final PrintWriter err;
  private final PatternLayout layout = new PatternLayout();

  LibraryWarnings(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void start() {
    layout.setContext(getContext());
    layout.setPattern("[%level] %logger{0} - %msg%n");
    layout.start();
    super.start();
  }

  @Override
  protected void append(ILoggingEvent event) {
    if (!event.getLoggerName().startsWith(OWN + ".") && !isRoutine(event)) {
      err.print(layout.doLayout(event));
      err.flush();
    }
  }

  private static boolean isRoutine(ILoggingEvent event) {
    return CLUSTER.stream().anyMatch(event.getLoggerName()::startsWith)
        && !event.getFormattedMessage().startsWith(NO_EXECUTORS);
  }
}
