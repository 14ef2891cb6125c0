package org.espalier.nas.cli;

import java.nio.file.Path;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.run.ServerRuns;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options that select a run. */
final class RunOptions {

  @Parameters(
      paramLabel = "RUN",
      description = "The run: a folder, an experiment's name (its latest run), NAME/ID, or latest.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String run;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "runs",
      description = "Folder in which runs are kept (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path out;

  @Mixin private final StoreOption store = new StoreOption();

  /** Returns the run's folder, which is made if only a database server has the run. */
  Path folder(Nas nas) {
    return store
        .url(nas)
        .map(url -> new ServerRuns(nas.servers(), url, out).folder(run))
        .orElseGet(() -> new RunFolders(out).find(run));
  }

  /** Returns the flag that names a database server. */
  StoreOption store() {
    return store;
  }

  /** Returns the argument as it was typed. */
  String typed() {
    return run;
  }

  /** Returns the folder in which runs are kept. */
  Path out() {
    return out;
  }

  /** Reads the run's study. */
  StoredStudy study(Nas nas) {
    return nas.studies().read(folder(nas).toString());
  }
}
