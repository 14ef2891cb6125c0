package org.espalier.nas.cli.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.run.Tabulation;
import org.jspecify.annotations.Nullable;

/** Shows the progress of a search on the terminal. */
public final class ConsoleWatcher implements Tabulation.Watcher {
  private final PrintWriter err;
  private final boolean terminal;
  private final DownloadListener downloads;

  /**
   * Creates the watcher.
   *
   * @param err the writer of the display
   * @param terminal true if the writer is a terminal
   * @param downloads listener for the progress of downloads
   */
  public ConsoleWatcher(PrintWriter err, boolean terminal, DownloadListener downloads) {
    this.err = err;
    this.terminal = terminal;
    this.downloads = downloads;
  }

  @Override
  public DownloadListener downloads() {
    return downloads;
  }

  @Override
  public void warned(String warning) {
    err.println(Terminals.errPaint().warning("warning:") + " " + warning);
    err.flush();
  }

  @Override
  public void connecting(String cluster) {
    err.println("Connecting to " + cluster);
    err.flush();
  }

  @Override
  public void audited(List<Finding> findings) {
    err.print(warnings(findings, Terminals.errPaint()));
    err.flush();
  }

  /** Returns one line per finding; each ends with a line break. */
  public static String warnings(List<Finding> findings, Paint paint) {
    StringBuilder lines = new StringBuilder();
    for (Finding finding : findings) {
      String kind = finding.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      lines.append(paint.warning("warning: " + kind + ":"));
      lines.append(' ').append(finding.message()).append('\n');
    }
    return lines.toString();
  }

  @Override
  public StudyListener beginning(
      Path folder,
      Experiment experiment,
      List<Objective> objectives,
      List<TrialResult> finishedBefore) {
    err.println(
        finishedBefore.isEmpty()
            ? "Searching; results go to " + folder
            : "Resuming after %s in %s"
                .formatted(Words.count(finishedBefore.size(), "finished trial"), folder));
    err.flush();
    return progress(experiment.budget().trials(), objectives, finishedBefore);
  }

  @Override
  public StudyListener tabulating(Path folder, int trainings, List<TrialResult> finishedBefore) {
    err.println(
        finishedBefore.isEmpty()
            ? "Running %s; results go to %s".formatted(Words.count(trainings, "training"), folder)
            : String.format(
                Locale.ROOT,
                "Resuming after %,d of %s in %s",
                finishedBefore.size(),
                Words.count(trainings, "training"),
                folder));
    err.flush();
    return progress(trainings, List.of(), finishedBefore);
  }

  private StudyListener progress(
      @Nullable Integer total, List<Objective> objectives, List<TrialResult> finishedBefore) {
    BestSoFar incumbents = new BestSoFar(objectives);
    finishedBefore.forEach(incumbents::add);
    return new ProgressLine(
        err,
        terminal,
        terminal ? Terminals.width() : Integer.MAX_VALUE,
        total,
        finishedBefore.size(),
        incumbents,
        InstantSource.system());
  }

  @Override
  public void interrupting() {
    err.println();
    err.println("Stopping; finished work is kept. Press Ctrl-C again to stop at once.");
    err.flush();
  }
}
