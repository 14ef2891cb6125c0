package org.espalier.nas.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LibraryWarningsTest {
  private final StringWriter err = new StringWriter();
  private final LoggerContext context = new LoggerContext();

  @BeforeEach
  void attach() {
    new LogbackSetup().configure(context);
    Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.detachAppender("warnings");
    LibraryWarnings warnings = new LibraryWarnings(new PrintWriter(err));
    warnings.setContext(context);
    warnings.start();
    root.addAppender(warnings);
  }

  @Test
  void librariesMayOnlyWarn() {
    context.getLogger("org.library.Thing").info("not shown");
    context.getLogger("org.library.Thing").warn("wrong {}", 1, new IllegalStateException("why"));

    assertThat(err.toString())
        .startsWith("[WARN] Thing - wrong 1" + System.lineSeparator())
        .contains("java.lang.IllegalStateException: why", "\tat ")
        .doesNotContain("not shown");
  }

  @Test
  void whatEspalierLogsIsForFilesOnly() {
    Logger own = context.getLogger(LibraryWarnings.class);
    own.error("in the file");

    assertThat(own.isInfoEnabled()).isTrue();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theProgramIsConfiguredSo() {
    LoggerContext current = (LoggerContext) LoggerFactory.getILoggerFactory();

    assertThat(current.getLogger("org.library.Thing").getEffectiveLevel()).isEqualTo(Level.WARN);
    assertThat(current.getLogger(LibraryWarnings.class).getEffectiveLevel()).isEqualTo(Level.INFO);
    assertThat(current.getLogger(Logger.ROOT_LOGGER_NAME).getAppender("warnings"))
        .isInstanceOf(LibraryWarnings.class);
  }
}
