package org.espalier.nas.cli;

import java.nio.file.Path;
import org.espalier.nas.api.NasException;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.dashboard.DashboardPlace;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.access.AccessSettings;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flag that shows a search in the browser while it runs. */
final class DashboardOption {

  @Option(
      names = "--dashboard",
      description = "Show it in the browser while it runs; afterwards: nas dashboard.")
  private boolean wanted;

  @Mixin private final BrowserOption browser = new BrowserOption();

  /**
   * Starts a dashboard if it is wanted. A search does not depend on it: if it cannot start, a
   * warning says so.
   *
   * @param runs folder of all runs
   * @param comparisons folder of all comparisons
   */
  RunDashboard start(Nas nas, Path runs, Path comparisons) {
    if (!wanted) {
      return RunDashboard.none();
    }
    try {
      DashboardServer server =
          DashboardServer.start(
              DashboardPlace.inFolders(runs, nas.studies(), comparisons),
              nas.catalogue(),
              AccessSettings.loopback(0));
      return new RunDashboard(server, browser, nas.err());
    } catch (NasException | LinkageError failed) {
      nas.err()
          .println(
              Terminals.errPaint().warning("warning:")
                  + " the dashboard does not start: "
                  + failed.getMessage());
      nas.err().flush();
      return RunDashboard.none();
    }
  }
}
