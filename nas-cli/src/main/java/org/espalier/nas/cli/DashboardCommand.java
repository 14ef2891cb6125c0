package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.espalier.nas.dashboard.DashboardServer;
import org.espalier.nas.dashboard.StudyLibrary;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolders;
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
    return url.isPresent() ? new InServer(nas.servers().at(url.get()), url.get()) : new InFolders();
  }

  private final class InFolders implements StudyLibrary {
    @Override
    public List<Entry> entries() {
      return new RunFolders(out)
          .all().stream()
              .map(folder -> new Entry(RunFolders.key(folder), folder.toString()))
              .toList();
    }

    @Override
    public StudyRepository repository() {
      return nas.studies();
    }

    @Override
    public String place() {
      return out.toString();
    }
  }

  private record InServer(StudyRepository repository, StoreUrl url) implements StudyLibrary {
    @Override
    public List<Entry> entries() {
      return repository.list().stream().map(key -> new Entry(key, key)).toList();
    }

    @Override
    public String place() {
      return url.text();
    }
  }
}
