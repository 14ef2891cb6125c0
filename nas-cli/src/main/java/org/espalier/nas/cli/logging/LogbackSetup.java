package org.espalier.nas.cli.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.espalier.nas.cli.console.ReservedErr;
import org.slf4j.Logger;

/**
 * The configuration of Logback, which loads this class as a service when something first asks for a
 * logger. {@link LogbackRunLog} adds the files of runs.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_TOP_PRIORITY)
public final class LogbackSetup extends ContextAwareBase implements Configurator {

  /** Creates the configuration, as services are created. */
  public LogbackSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    LibraryWarnings warnings =
        new LibraryWarnings(
            ReservedErr.current()
                .orElseGet(() -> new PrintWriter(System.err, true, Charset.defaultCharset())));
    warnings.setContext(context);
    warnings.setName("warnings");
    warnings.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(warnings);
    context.getLogger(LibraryWarnings.OWN).setLevel(Level.INFO);
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }
}
