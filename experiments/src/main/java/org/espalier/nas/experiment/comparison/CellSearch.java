package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.VolatileJournal;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.SearchRun;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/** Carries out the searches of a comparison, one at a call; callable from several threads. */
final class CellSearch {
  private final Catalogue catalogue;
  private final Comparison comparison;
  private final CellFolder folder;
  private final SearchRun.Watcher watcher;
  private final SharedEvaluations shared;
  private final Interruption interruption;

  CellSearch(
      Catalogue catalogue,
      Comparison comparison,
      CellFolder folder,
      SearchRun.Watcher watcher,
      SharedEvaluations shared,
      Interruption interruption) {
    this.catalogue = catalogue;
    this.comparison = comparison;
    this.folder = folder;
    this.watcher = watcher;
    this.shared = shared;
    this.interruption = interruption;
  }

  /** Whether an experiment's evaluator answers at once. */
  static boolean instant(Experiment experiment) {
    return experiment.evaluator().config() instanceof EvaluatorSettings settings
        && settings.instant();
  }

  /**
   * Searches from the beginning, or from where it was interrupted.
   *
   * @return what was found; empty if it was interrupted
   */
  Optional<SearchFile> run(Cell cell) {
    LocatedExperiment located = cell.located();
    Optional<StudySummary> summary =
        instant(located.experiment()) ? atOnce(located) : stored(cell, located);
    return summary.map(ended -> found(located, ended.results()));
  }

  private Optional<StudySummary> atOnce(LocatedExperiment located) {
    Experiment experiment = located.experiment();
    try (ExperimentGraph graph = graph(located)) {
      StudySetup setup = graph.setup(List.of());
      StudyDescription description =
          new StudyDescription(experiment.name(), experiment.seed(), "", Map.of(), Instant.EPOCH);
      Study study =
          new Study(
              experiment.study(), setup, new VolatileJournal(description), InstantSource.system());
      return ended(interruption.during(study::run, study::interrupt));
    }
  }

  private Optional<StudySummary> stored(Cell cell, LocatedExperiment located) {
    SearchRun run = new SearchRun(catalogue, watcher, InstantSource.system(), new Sharing());
    Path own = folder.run(cell);
    Optional<StudySummary> summary =
        ended(
            (folder.stored(cell).isPresent() ? run.resume(own) : run.begin(located, own))
                .summary());
    if (summary.isPresent() && located.experiment().output().report()) {
      ReportFiles.write(StoredStudy.read(own));
    }
    return summary;
  }

  private static Optional<StudySummary> ended(StudySummary summary) {
    return summary.interrupted() ? Optional.empty() : Optional.of(summary);
  }

  private ExperimentGraph graph(LocatedExperiment located) {
    return ExperimentGraph.of(located, catalogue, new RunFolder(folder.scratch()));
  }

  /** Asks an evaluator of its own for the truth, which it may know. */
  private SearchFile found(LocatedExperiment located, List<TrialResult> results) {
    ScoreScale scale = ScoreScale.of(comparison, located.experiment());
    boolean instant = instant(located.experiment());
    try (ExperimentGraph graph = graph(located);
        Evaluator evaluator = graph.evaluator()) {
      List<TrialPoint> points =
          results.stream().map(result -> scale.point(result, evaluator, instant)).toList();
      List<String> architectures =
          results.stream()
              .map(result -> result.trial().proposal().architecture().summary())
              .toList();
      return new SearchFile(points, architectures, null);
    }
  }

  /** Lets the trials of a search use what other searches trained. */
  private final class Sharing implements SearchRun.Conduct {

    @Override
    public StudySummary during(Supplier<StudySummary> work, Runnable interrupt) {
      return interruption.during(work, interrupt);
    }

    @Override
    public StudySetup prepared(StudySetup setup, Experiment experiment) {
      if (!SharedEvaluations.possible(experiment, setup.controller().continuesTrials())) {
        return setup;
      }
      String context = SharedEvaluations.context(experiment);
      return new StudySetup(
          setup.space(),
          setup.controller(),
          () -> new SharingEvaluator(setup.evaluators().get(), shared, context, setup.space()),
          setup.fidelity(),
          setup.reward(),
          setup.stopping(),
          setup.listeners());
    }
  }
}
