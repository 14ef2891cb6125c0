package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.png.PlotFiles;
import org.espalier.nas.analysis.report.ReportPage;
import org.espalier.nas.analysis.run.DiagnosticsRow;
import org.espalier.nas.analysis.run.Objective;
import org.espalier.nas.analysis.run.RunIdentity;
import org.espalier.nas.analysis.run.RunRecord;
import org.espalier.nas.analysis.run.RunTimes;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;

/** Writes a run's report: one page and its plots. */
public final class ReportFiles {
  /** The page in a run's folder. */
  public static final String PAGE = "report.html";

  private static final String PLOTS = "plots";

  private ReportFiles() {}

  /**
   * Writes the report of a stored run into its folder.
   *
   * @return the page and the plots
   */
  public static List<Path> write(StoredStudy study) {
    RunRecord run = record(study);
    Path page = study.folder().resolve(PAGE);
    try {
      AtomicFile.writeString(page, ReportPage.render(run));
      List<Path> written = new ArrayList<>(List.of(page));
      written.addAll(PlotFiles.write(run, study.folder().resolve(PLOTS)));
      return written;
    } catch (IOException error) {
      throw new NasException("The report cannot be written to " + page + ": " + error, error);
    }
  }

  private static RunRecord record(StoredStudy study) {
    Map<String, String> facts = study.description().provenance();
    return new RunRecord(
        new RunIdentity(
            study.description().name(),
            String.valueOf(study.folder().getFileName()),
            RunStatus.of(study).text(),
            study.description().seed()),
        new Objective(
            facts.getOrDefault(RunProvenance.TASK, "no data"),
            ShownMetric.of(study.results()),
            facts.getOrDefault(RunProvenance.REWARD, "not described")),
        study.results(),
        study.diagnostics().entrySet().stream()
            .map(said -> new DiagnosticsRow(said.getKey(), said.getValue()))
            .toList(),
        RunProvenance.findings(facts),
        times(study),
        study.description().yaml(),
        RunProvenance.withoutFindings(facts));
  }

  private static RunTimes times(StoredStudy study) {
    Map<String, Duration> phases = new LinkedHashMap<>();
    for (Phase phase : List.of(Phase.TRAIN, Phase.VALIDATE, Phase.BUILD, Phase.OTHER)) {
      Duration sum =
          study.results().stream()
              .map(result -> result.outcome().account().times())
              .map(times -> times.getOrDefault(phase, Duration.ZERO))
              .reduce(Duration.ZERO, Duration::plus);
      phases.put(title(phase), sum);
    }
    return new RunTimes(elapsed(study), phases);
  }

  private static String title(Phase phase) {
    return switch (phase) {
      case TRAIN -> "training";
      case VALIDATE -> "validation";
      case BUILD -> "graph building";
      case OTHER -> "other";
    };
  }

  /** The time of all sessions; one that was killed ends with its last finished trial. */
  public static Duration elapsed(StoredStudy study) {
    Duration elapsed = Duration.ZERO;
    for (StoredSession session : study.sessions()) {
      Instant end = session.endedAt();
      if (end == null) {
        end = lastFinished(study, session);
      }
      elapsed = elapsed.plus(Duration.between(session.startedAt(), end));
    }
    return elapsed;
  }

  private static Instant lastFinished(StoredStudy study, StoredSession session) {
    Instant next =
        study.sessions().stream()
            .filter(other -> other.number() == session.number() + 1)
            .map(StoredSession::startedAt)
            .findFirst()
            .orElse(Instant.MAX);
    Instant last = session.startedAt();
    for (StoredTrial trial : study.trials()) {
      Instant finished = trial.finishedAt();
      if (finished != null && finished.isAfter(last) && finished.isBefore(next)) {
        last = finished;
      }
    }
    return last;
  }
}
