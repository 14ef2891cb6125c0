package org.espalier.nas.cli.logging;

import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.PrintWriter;

/**
 * Writer of the warnings of libraries to standard error. Messages of Espalier itself are left out,
 * because the program prints what its user must know.
 */
final class LibraryWarnings extends AppenderBase<ILoggingEvent> {
  /** The package of Espalier. */
  static final String OWN = "org.espalier";

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
    if (!event.getLoggerName().startsWith(OWN + ".")) {
      err.print(layout.doLayout(event));
      err.flush();
    }
  }
}
