package org.espalier.nas.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.espalier.nas.dashboard.DashboardPlace;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.access.AccessSettings;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.experiment.comparison.StoredComparison;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas dashboard}. */
@Command(
    name = "dashboard",
    description = {
      "Shows stored and running searches in the browser, by default on this machine only. It reads"
          + " what is stored; no search notices it. Ctrl-C ends it.",
    },
    footer = {
      "%nExamples:",
      "  nas dashboard",
      "  nas dashboard /data/runs --port 8090 --no-browser",
      "  nas dashboard postgresql://host:5432/studies",
      "  nas dashboard --bind 0.0.0.0 --password-file password.txt",
    })
final class DashboardCommand implements Callable<Integer> {

  private static final String URL = "[A-Za-z][A-Za-z0-9+.-]+:.*";
  private static final String JDBC = "jdbc:";

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Parameters(
      paramLabel = "RUNS|STORE-URL",
      arity = "0..1",
      description =
          "Folder of runs, or address of a database server that keeps studies (default: the server"
              + " of NAS_STORE, or else the folder runs).")
  private @Nullable String place;

  @Option(
      names = "--comparisons",
      paramLabel = "DIR",
      defaultValue = StoredComparison.ROOT,
      description = "Folder in which comparisons are kept (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path comparisons;

  @Mixin private final AccessOptions access = new AccessOptions();

  @Mixin private final BrowserOption browser = new BrowserOption();

  @Override
  public Integer call() throws InterruptedException {
    AccessSettings settings = access.settings(nas);
    try (DashboardServer server = DashboardServer.start(shown(), nas.catalogue(), settings)) {
      nas.out().println("Open " + server.address());
      nas.out().flush();
      if (AccessOptions.isOpen(settings)) {
        nas.err().println("Connections are not encrypted. For TLS, use a reverse proxy or ssh.");
        nas.err().flush();
      }
      browser.open(server, "");
      new CountDownLatch(1).await();
    }
    return ExitCode.DONE;
  }

  private DashboardPlace shown() {
    Optional<StoreUrl> url = url();
    return url.isPresent()
        ? DashboardPlace.inServer(url.get(), nas.servers().at(url.get()), comparisons)
        : DashboardPlace.inFolders(folder(), nas.studies(), comparisons);
  }

  /** Returns the folder of the runs, in which the first one may yet have to begin. */
  private Path folder() {
    Path folder = Path.of(place == null ? "runs" : place);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new ParameterException(
          nas.command(),
          "RUNS (%s) is a file. Name the folder that holds the runs.".formatted(folder));
    }
    return folder;
  }

  private Optional<StoreUrl> url() {
    String typed = place;
    if (typed == null) {
      return StoreOption.variable(nas);
    }
    return typed.matches(URL)
        ? Optional.of(
            StoreOption.parsed(
                "STORE-URL", typed.startsWith("postgresql:") ? JDBC + typed : typed, nas.command()))
        : Optional.empty();
  }
}
