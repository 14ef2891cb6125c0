package org.espalier.nas.cli.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.plugin.RefusedPlugin;
import org.espalier.nas.experiment.run.RunLog;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log files of runs, written by Logback. If a file cannot be written, only the status messages
 * of Logback say so.
 */
public final class LogbackRunLog implements RunLog {
  private static final String PATTERN =
      "%d{yyyy-MM-dd HH:mm:ss.SSS, UTC}Z %-5level [%thread] %logger{0} - %msg%n";

  private final String version;
  private final Catalogue catalogue;

  /**
   * Creates the log files of a program.
   *
   * @param version the program's name and version
   * @param catalogue the plugins that it has loaded and refused
   */
  public LogbackRunLog(String version, Catalogue catalogue) {
    this.version = version;
    this.catalogue = catalogue;
  }

  @Override
  public <T> T during(Path folder, Supplier<T> work) {
    ILoggerFactory loggers = LoggerFactory.getILoggerFactory();
    if (!(loggers instanceof LoggerContext context)) {
      return work.get();
    }
    FileAppender<ILoggingEvent> appender = appender(context, folder.resolve(FILE));
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.addAppender(appender);
    try {
      return logged(work);
    } finally {
      root.detachAppender(appender);
      appender.stop();
    }
  }

  private static FileAppender<ILoggingEvent> appender(LoggerContext context, Path file) {
    PatternLayoutEncoder encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setPattern(PATTERN);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.start();
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setContext(context);
    appender.setName(file.toString());
    appender.setFile(file.toString());
    appender.setAppend(true);
    appender.setEncoder(encoder);
    appender.start();
    return appender;
  }

  private <T> T logged(Supplier<T> work) {
    Logger log = LoggerFactory.getLogger(LogbackRunLog.class);
    describe(log);
    try {
      return work.get();
    } catch (RuntimeException | Error error) {
      log.error("Ended by an error", error);
      throw error;
    }
  }

  private void describe(Logger log) {
    log.info(
        "{} on Java {} ({}), {} {} {}",
        version,
        System.getProperty("java.version"),
        System.getProperty("java.vendor"),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"));
    for (PluginOrigin origin : catalogue.origins()) {
      log.info("Plugin {} {} of {}", origin.plugin(), origin.version(), origin);
      if (!origin.builtIn()) {
        origin.hashes().forEach((jar, hash) -> log.info("  {} sha256:{}", jar, hash));
      }
    }
    for (RefusedPlugin refused : catalogue.refused()) {
      log.warn("{}", refused);
    }
  }
}
