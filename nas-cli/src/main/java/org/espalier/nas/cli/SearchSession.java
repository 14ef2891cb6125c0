package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.cli.console.ConsoleWatcher;
import org.espalier.nas.cli.console.Signals;
import org.espalier.nas.cli.console.Terminals;
import org.espalier.nas.cli.view.Failures;
import org.espalier.nas.cli.view.Summary;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.comparison.StoredComparison;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.run.EndedSearch;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.SearchRun;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;

/** A search with its output: progress, summary, report and next steps. */
final class SearchSession {
  private final Nas nas;
  private final boolean json;
  private final DashboardOption dashboard;

  SearchSession(Nas nas, boolean json, DashboardOption dashboard) {
    this.nas = nas;
    this.json = json;
    this.dashboard = dashboard;
  }

  int begin(LocatedExperiment experiment, List<SteeringRequest> steering) {
    return search(
        experiment.experiment().output().folder(), run -> run.begin(experiment, steering));
  }

  int resume(Path folder, List<SettingFlag> flags) {
    return search(RunFolders.root(folder), run -> run.resume(folder, flags));
  }

  int extend(Path folder, List<SettingFlag> flags) {
    return search(RunFolders.root(folder), run -> run.extend(folder, flags));
  }

  private int search(Path runs, Function<SearchRun, EndedSearch> work) {
    try (RunDashboard page = dashboard.start(nas, runs, Path.of(StoredComparison.ROOT))) {
      int code = tell(search(page, work));
      if (code != ExitCode.INTERRUPTED) {
        page.end(nas.out(), json, argument(runs));
      }
      return code;
    }
  }

  private static String argument(Path runs) {
    Path shown = ShownPath.of(runs);
    return shown.equals(Path.of("runs")) ? "" : " " + ShellText.quoted(shown);
  }

  private EndedSearch search(RunDashboard page, Function<SearchRun, EndedSearch> work) {
    try (DownloadBar bar = new DownloadBar(nas.err())) {
      ConsoleWatcher watcher = new ConsoleWatcher(nas.err(), Terminals.errIsTerminal(), bar);
      return work.apply(
          new SearchRun(
              nas.catalogue(),
              nas.studies(),
              page.watching(watcher),
              InstantSource.system(),
              Signals::during,
              nas.log(),
              nas.artifacts(),
              nas.clusters()));
    }
  }

  private int tell(EndedSearch ended) {
    Summary summary = new Summary(ended);
    PrintWriter out = nas.out();
    out.print(
        json
            ? Json.of(summary.tree()) + "\n"
            : summary.text(Terminals.outPaint(), Terminals.tableWidth()));
    out.flush();
    if (ended.summary().interrupted()) {
      nas.err()
          .println(
              "Continue with: nas resume "
                  + ShellText.quoted(ShownPath.of(ended.folder()))
                  + nas.pluginFlags());
      return ExitCode.INTERRUPTED;
    }
    if (ended.experiment().output().report()) {
      ReportFiles.write(
          nas.studies().read(ended.folder().toString()), nas.studies(), nas.catalogue());
    }
    boolean failed = Failures.only(ended.summary().results());
    if (!json) {
      NextSteps next =
          new NextSteps(ended.experiment(), ShownPath.of(ended.folder()), nas.pluginFlags());
      out.print(failed ? next.afterFailure(commonest(ended)) : next.text());
      out.flush();
    }
    if (failed && nas.debug()) {
      debug(ended);
    }
    return failed ? ExitCode.FAILED : ExitCode.DONE;
  }

  private static int commonest(EndedSearch ended) {
    return Failures.of(ended.summary().results()).groups().get(0).trial();
  }

  /** Prints the stack trace of the first trial of the commonest failure. */
  private void debug(EndedSearch ended) {
    for (TrialResult result : ended.summary().results()) {
      if (result.trial().number() == commonest(ended)
          && result.outcome() instanceof Outcome.Failed failed
          && failed.trace() != null) {
        nas.err().print(failed.trace());
        nas.err().flush();
      }
    }
  }
}
