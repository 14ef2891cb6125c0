package org.espalier.nas.cli;

import org.espalier.nas.cli.console.Browser;
import org.espalier.nas.dashboard.DashboardServer;
import picocli.CommandLine.Option;

/** The flag that keeps a dashboard from opening in the browser. */
final class BrowserOption {

  @Option(
      names = "--no-browser",
      description = "Only print the address of the dashboard; do not open it.")
  private boolean none;

  /**
   * Opens a page of a dashboard, unless that is not wanted.
   *
   * @param place the page after the {@code #}, such as {@code #/study/NAME}, or nothing
   */
  void open(DashboardServer server, String place) {
    if (!none) {
      Browser.open(server.addressToOpen() + place);
    }
  }
}
