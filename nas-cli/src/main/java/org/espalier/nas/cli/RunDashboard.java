package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.espalier.nas.cli.console.EnterKey;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.comparison.ForwardingWatcher;
import org.espalier.nas.experiment.run.SearchWatcher;
import org.jspecify.annotations.Nullable;

/** The dashboard of a search in its process, or none. */
final class RunDashboard implements AutoCloseable {

  private final @Nullable DashboardServer server;
  private final BrowserOption browser;
  private final PrintWriter err;

  /**
   * Creates the dashboard.
   *
   * @param server the running server, or null for none
   */
  RunDashboard(@Nullable DashboardServer server, BrowserOption browser, PrintWriter err) {
    this.server = server;
    this.browser = browser;
    this.err = err;
  }

  /** Returns no dashboard. */
  static RunDashboard none() {
    return new RunDashboard(null, new BrowserOption(), new PrintWriter(PrintWriter.nullWriter()));
  }

  /**
   * Prints the command that shows the search again, unless there is no dashboard. On a terminal,
   * the page stays open until the user has seen it.
   *
   * @param json true if results are for programs, so that nothing is printed
   * @param arguments those of the command, with a space before them, or nothing
   */
  void end(PrintWriter out, boolean json, String arguments) {
    if (server == null || json) {
      return;
    }
    boolean seen = Terminals.outIsTerminal() && Terminals.inIsTerminal();
    String stays = seen ? "open until you press Enter; later: " : "";
    out.println("Dashboard: " + stays + "nas dashboard" + arguments);
    out.flush();
    if (seen) {
      EnterKey.await(System.in);
    }
  }

  /** Returns a watcher that also shows the page of the search once it begins. */
  SearchWatcher watching(SearchWatcher others) {
    return server == null
        ? others
        : new ForwardingWatcher(others) {
          @Override
          public void stored(Path folder) {
            show("study", RunFolders.key(folder));
          }
        };
  }

  /**
   * Prints the address of a page, and opens it in the browser.
   *
   * @param kind {@code study} or {@code comparison}
   */
  void show(String kind, String name) {
    if (server != null) {
      String place = "#/" + kind + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8);
      err.println("Dashboard: " + server.address() + place);
      err.flush();
      browser.open(server, place);
    }
  }

  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
