package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.espalier.nas.analysis.comparison.Incumbents;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.RunArtifacts;
import org.espalier.nas.experiment.run.RunLog;
import org.espalier.nas.experiment.run.SearchRun;
import org.espalier.nas.experiment.run.SearchWatcher;
import org.espalier.nas.experiment.run.StudyRunner;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/** The runner of the searches of a comparison, one per call; callable from several threads. */
final class ArmSearchRunner {
  private final Catalogue catalogue;
  private final StudyRepository studies;
  private final LocatedComparison comparison;
  private final ArmSearchFolder folder;
  private final SearchWatcher watcher;
  private final SharedEvaluations shared;
  private final Interruption interruption;
  private final Map<String, Retraining> retrainings = new LinkedHashMap<>();

  ArmSearchRunner(
      Catalogue catalogue,
      StudyRepository studies,
      LocatedComparison comparison,
      ArmSearchFolder folder,
      SearchWatcher watcher,
      SharedEvaluations shared,
      Interruption interruption) {
    this.catalogue = catalogue;
    this.studies = studies;
    this.comparison = comparison;
    this.folder = folder;
    this.watcher = watcher;
    this.shared = shared;
    this.interruption = interruption;
    boolean sameLuck = comparison.comparison().commonRandomNumbers();
    for (String problem : comparison.problems()) {
      ScoringPolicy policy = ScoringPolicy.of(comparison, problem);
      retrainings.put(problem, new Retraining(policy, sameLuck, interruption));
    }
  }

  /**
   * Runs the search from the beginning, or resumes it if it was interrupted.
   *
   * @return the result; empty if the search was interrupted
   */
  Optional<SearchFile> run(ArmSearch search) {
    LocatedExperiment located = search.located();
    boolean instant = located.experiment().evaluatorSettings().instant();
    Optional<StudySummary> stored = instant ? Optional.empty() : stored(search, located);
    if (!instant && stored.isEmpty()) {
      return Optional.empty();
    }
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(folder.scratch()))) {
      return (instant ? atOnce(located.experiment(), graph) : stored)
          .flatMap(ended -> found(search, graph, ended.results()));
    }
  }

  private Optional<StudySummary> atOnce(Experiment experiment, ExperimentGraph graph) {
    StudyDescription description =
        new StudyDescription(experiment.name(), experiment.seed(), "", Map.of(), Instant.EPOCH);
    Study study =
        new Study(
            experiment.study(),
            graph.setup(List.of()),
            new InMemoryStudyRepository().create(experiment.name(), description),
            InstantSource.system());
    return ended(interruption.during(study::run, study::interrupt));
  }

  private Optional<StudySummary> stored(ArmSearch search, LocatedExperiment located) {
    SearchRun run =
        new SearchRun(
            catalogue,
            studies,
            watcher,
            InstantSource.system(),
            new Sharing(),
            RunLog.none(),
            RunArtifacts.inFolders(),
            new Clusters(List.of()));
    Path own = folder.run(search);
    Optional<StudySummary> summary =
        ended(
            (folder.stored(studies, search).isPresent()
                    ? run.resume(own, List.of())
                    : run.begin(located, own))
                .summary());
    if (summary.isPresent() && located.experiment().output().report()) {
      ReportFiles.write(studies.read(own.toString()), studies, catalogue);
    }
    return summary;
  }

  private static Optional<StudySummary> ended(StudySummary summary) {
    return summary.interrupted() ? Optional.empty() : Optional.of(summary);
  }

  /** Returns the result with its scores; empty if scoring was interrupted. */
  private Optional<SearchFile> found(
      ArmSearch search, ExperimentGraph graph, List<TrialResult> results) {
    Experiment experiment = search.located().experiment();
    ScoreTransform scale = ScoreTransform.of(comparison.comparison(), experiment);
    Retraining retraining = Objects.requireNonNull(retrainings.get(search.variant().problem()));
    List<Architecture> architectures =
        results.stream().map(result -> result.trial().proposal().architecture()).toList();
    List<String> names = architectures.stream().map(Architecture::summary).toList();
    String metric = scale.measured(results).orElse(null);
    Optional<List<TrialPoint>> points =
        retraining.wanted()
            ? retraining.judge(
                experiment,
                graph,
                scale,
                results.stream().map(scale::unjudged).toList(),
                architectures)
            : Optional.of(points(experiment, graph, scale, results));
    return points.map(
        judged ->
            new SearchFile(
                judged,
                names,
                null,
                metric,
                search.code(),
                cells(graph.searchSpace(), judged, architectures)));
  }

  /** Returns the cells of the last incumbent; empty if there are none. */
  static Map<String, CellGraph> cells(
      SearchSpace space, List<TrialPoint> trials, List<Architecture> architectures) {
    List<TrialPoint> incumbents = Incumbents.of(trials);
    return incumbents.isEmpty() || !(space instanceof NetworkSearchSpace networks)
        ? Map.of()
        : networks.cells(architectures.get(trials.indexOf(incumbents.get(incumbents.size() - 1))));
  }

  private List<TrialPoint> points(
      Experiment experiment,
      ExperimentGraph graph,
      ScoreTransform scale,
      List<TrialResult> results) {
    if (!FrontScore.applies(comparison.comparison(), experiment)) {
      return measured(experiment, graph, scale, results);
    }
    boolean instant = experiment.evaluatorSettings().instant();
    FrontScore score = FrontScore.of(graph.valuation().objectives().list());
    try (Evaluator evaluator = graph.evaluator()) {
      return score.points(results, evaluator, instant);
    }
  }

  /** Scores the trials with a separate evaluator, which may know their true values. */
  private static List<TrialPoint> measured(
      Experiment experiment,
      ExperimentGraph graph,
      ScoreTransform scale,
      List<TrialResult> results) {
    boolean instant = experiment.evaluatorSettings().instant();
    try (Evaluator evaluator = graph.evaluator()) {
      return results.stream().map(result -> scale.point(result, evaluator, instant)).toList();
    }
  }

  /** A runner of studies whose trials reuse the trainings of other searches. */
  private final class Sharing implements StudyRunner {

    @Override
    public StudySummary run(Supplier<StudySummary> study, Runnable interrupt) {
      return interruption.during(study, interrupt);
    }

    @Override
    public StudySetup prepare(StudySetup setup, Experiment experiment) {
      if (!SharedEvaluations.possible(experiment, setup.controller().continuesTrials())) {
        return setup;
      }
      String context = SharedEvaluations.context(experiment);
      return new StudySetup(
          setup.space(),
          setup.controller(),
          () -> new SharingEvaluator(setup.evaluators().get(), shared, context, setup.space()),
          setup.fidelity(),
          setup.valuation(),
          setup.stopping(),
          setup.listeners());
    }
  }
}
