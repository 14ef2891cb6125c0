package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.run.StudyLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas dashboard}. */
@Command(
    name = "dashboard",
    description = {
      "Shows stored and running searches in the browser, on this machine only. It reads what is"
          + " stored; no search notices it. Ctrl-C ends it.",
    },
    footer = {"%nExamples:", "  nas dashboard", "  nas dashboard --out /data/runs --port 8090"})
final class DashboardCommand implements Callable<Integer> {

  private static final int LARGEST_PORT = 65_535;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder in which runs are kept (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path out;

  @Mixin private final StoreOption store = new StoreOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "0",
      description = "Port of the page (default: any that is free).")
  private int port;

  @Override
  public Integer call() throws InterruptedException {
    if (port < 0 || port > LARGEST_PORT) {
      throw new ParameterException(
          nas.command(), "--port (%d) must lie in [0, %d].".formatted(port, LARGEST_PORT));
    }
    try (DashboardServer server = DashboardServer.start(library(), port)) {
      nas.out().println("Open " + server.address());
      nas.out().flush();
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  private StudyLibrary library() {
    Optional<StoreUrl> url = store.url(nas);
    return url.map(server -> StudyLibrary.inServer(server, nas.servers().at(server)))
        .orElseGet(() -> StudyLibrary.inFolders(out, nas.studies()));
  }
}
