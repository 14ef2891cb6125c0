package org.espalier.nas.dashboard.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.MemoryPlace;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.dashboard.view.ScriptedStudy;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;

/** A dashboard of studies in memory, and a browser for it. */
final class BrowserDashboard implements AutoCloseable {

  private final StudyRepository studies = new InMemoryStudyRepository();
  private final DashboardServer server;
  private final Chromium browser;

  private BrowserDashboard(Path program, Path profile) throws IOException {
    this.server =
        DashboardServer.start(
            MemoryPlace.of(studies),
            Catalogue.load(BrowserDashboard.class.getClassLoader()),
            AccessSettings.loopback(0));
    this.browser = Chromium.start(program, profile);
  }

  /**
   * Starts both; skips the test if the machine has no browser.
   *
   * @param profile an empty folder
   */
  static BrowserDashboard start(Path profile) throws IOException {
    Optional<Path> program = Chromium.find();
    assumeTrue(
        program.isPresent(),
        "There is no Chromium on the PATH, nor does %s name one.".formatted(Chromium.VARIABLE));
    return new BrowserDashboard(program.get(), profile);
  }

  StudyRepository studies() {
    return studies;
  }

  /** Adds a finished study. */
  void add(String key, String name, boolean several, int trials) {
    try (ScriptedStudy study = new ScriptedStudy(studies, key, name, several)) {
      study.add(trials);
      study.end();
    }
  }

  String address() {
    return server.address();
  }

  /** Opens the list of studies in a desktop window. */
  BrowserPage open() throws IOException, InterruptedException {
    BrowserPage page = browser.page();
    page.appear(1280, 800, false);
    page.open(address());
    return page;
  }

  @Override
  public void close() throws IOException {
    browser.close();
    server.close();
  }
}
