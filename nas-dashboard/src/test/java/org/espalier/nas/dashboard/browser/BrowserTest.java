package org.espalier.nas.dashboard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests of the page in a real browser, each in a page of its own, in which nothing may go wrong:
 * neither an exception, nor a warning, nor a violation of the security policy.
 */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

  BrowserDashboard dashboard;
  BrowserPage page;

  /** Adds the studies of the tests. */
  abstract void fill(BrowserDashboard empty);

  @BeforeAll
  void start(@TempDir Path profile) throws Exception {
    dashboard = BrowserDashboard.start(profile);
    fill(dashboard);
  }

  @AfterAll
  void stop() throws Exception {
    if (dashboard != null) {
      dashboard.close();
    }
  }

  @BeforeEach
  void open() throws Exception {
    page = dashboard.open();
  }

  @AfterEach
  void nothingWentWrong() {
    List<String> problems = page.problems();
    page.close();
    assertThat(problems).isEmpty();
  }
}
