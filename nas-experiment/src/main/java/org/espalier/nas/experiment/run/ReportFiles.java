package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.analysis.metric.DisplayMetric;
import org.espalier.nas.analysis.plot.PlotFiles;
import org.espalier.nas.analysis.report.ReportPage;
import org.espalier.nas.analysis.report.RunReport;
import org.espalier.nas.analysis.report.RunSubjects;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.study.StudyHistory;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.store.StoredSession;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.plugin.Catalogue;

/** The report of a run: a page and its plots. */
public final class ReportFiles {
  /** Name of the page in the folder of a run. */
  public static final String PAGE = "report.html";

  private static final String PLOTS = "plots";

  private ReportFiles() {}

  /**
   * Writes the report of a stored run into its folder. The run's data are read anew for its
   * networks and images; without the data, the report has none.
   *
   * @param studies repository of the study, by the paths of run folders
   * @param catalogue the components of the run
   * @return the page and the plots
   */
  public static List<Path> write(StoredStudy study, StudyRepository studies, Catalogue catalogue) {
    RunSubjects subjects = new StoredSubjects(catalogue).of(study);
    RunReport run = report(study, RunStatus.of(study, studies)).with(subjects);
    Path page = Path.of(study.key()).resolve(PAGE);
    try {
      AtomicFile.writeString(page, ReportPage.render(run));
      List<Path> written = new ArrayList<>(List.of(page));
      written.addAll(
          PlotFiles.write(
              run.history(),
              run.metric(),
              RunSubjects.best(subjects.networks(), run.history()),
              RunSubjects.best(subjects.cells(), run.history()).orElse(Map.of()),
              Path.of(study.key()).resolve(PLOTS)));
      return written;
    } catch (IOException error) {
      throw new NasException(
          "The report cannot be written to " + page + ": " + IoReason.of(error) + ".", error);
    }
  }

  private static RunReport report(StoredStudy study, RunStatus status) {
    Map<String, String> facts = facts(study);
    String reward = facts.getOrDefault(RunProvenance.REWARD, "not described");
    return new RunReport(
        study.description().name(),
        String.valueOf(Path.of(study.key()).getFileName()),
        status.text(),
        study.description().seed(),
        facts.getOrDefault(RunProvenance.TASK, "no data"),
        reward,
        metric(study.history(), reward),
        study.history(),
        RunProvenance.findings(facts),
        elapsed(study),
        study.description().yaml(),
        provenance(facts, study.steering()));
  }

  /** Returns the facts with the commands of people on which the results depend. */
  private static Map<String, String> provenance(
      Map<String, String> facts, List<SteeringEvent> steering) {
    Map<String, String> all = new LinkedHashMap<>(RunProvenance.withoutFindings(facts));
    steering.stream()
        .filter(SteeringEvent::changedSearch)
        .forEach(event -> all.put("steering." + event.number(), SteeringSentence.of(event).text()));
    return all;
  }

  /** Returns the metric that was measured, or the reward that a scalarisation makes. */
  private static DisplayMetric metric(StudyHistory history, String reward) {
    boolean scalarised = history.objectives().size() > 1 && !history.several();
    return scalarised
        ? new DisplayMetric(DisplayMetric.REWARD, true)
        : DisplayMetric.rewarded(ShownMetric.of(history.results()), reward);
  }

  /** Returns the facts with the metric that was measured, if the reward chose it. */
  private static Map<String, String> facts(StoredStudy study) {
    Map<String, String> facts = study.description().provenance();
    MetricChoice auto = new MetricChoice(MetricChoice.AUTO);
    return study.results().stream()
        .map(result -> auto.in(result.outcome().measurements()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(measured -> RunProvenance.withMetric(facts, measured))
        .orElse(facts);
  }

  /** Returns the time of all sessions; a killed session ends with its last finished trial. */
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
