package org.espalier.nas.experiment.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.stopping.NoStopping;
import org.espalier.nas.engine.store.StoredTrial;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.study.Budget;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySettings;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.engine.study.TrialSeeds;
import org.espalier.nas.engine.table.TableController;
import org.espalier.nas.engine.table.TablePlan;
import org.espalier.nas.engine.table.TrainingOfTable;
import org.espalier.nas.experiment.cluster.Execution;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The independent trainings of a plan, run as a study of their own, which is new or resumed.
 *
 * @param studies repository of the trainings, by the path of their folder
 * @param watcher observer of the trainings
 * @param clock clock for the beginning and end of trainings
 * @param interrupts source of requests to end early
 */
record PlannedTrainings(
    StudyRepository studies,
    Tabulation.Watcher watcher,
    InstantSource clock,
    InterruptSource interrupts) {

  /** Number of trainings that a cluster is given at once. */
  private static final int MOST_OUTSTANDING = 1024;

  /** Keys of an experiment file that the results of the trainings depend on. */
  static final Set<String> DEFINING =
      Set.of("seed", "dataset", "backbone", "searchSpace", "hyperparameters", "evaluator");

  /**
   * Returns the description of the trainings.
   *
   * @param fact name of the fact that holds the definition
   * @param definition everything that the results depend on
   */
  StudyDescription describe(
      Experiment experiment,
      ExperimentGraph graph,
      Catalogue catalogue,
      String fact,
      String definition) {
    Optional<Dataset> dataset = graph.dataset();
    List<Finding> findings = dataset.map(Dataset::audit).orElse(List.of());
    watcher.audited(findings);
    Map<String, String> facts =
        new TreeMap<>(
            RunProvenance.of(dataset, findings, graph.valuation().description(), catalogue));
    facts.put(fact, definition);
    return new StudyDescription(
        experiment.name(),
        experiment.seed(),
        new ExperimentWriter().yaml(experiment),
        facts,
        clock.instant());
  }

  /** Opens the trainings in a folder, or begins them. */
  StudyJournal store(Path folder, StudyDescription description) {
    if (Files.isRegularFile(folder.resolve(RunFolders.DATABASE))) {
      return studies.open(folder.toString());
    }
    try (FreshFolder fresh = FreshFolder.make(folder)) {
      StudyJournal store = studies.create(folder.toString(), description);
      fresh.keep();
      return store;
    }
  }

  /** Returns the results of the finished trainings, in the order of their numbers. */
  static List<TrialResult> finished(StudyJournal store) {
    return store.trials().stream().map(StoredTrial::result).flatMap(Optional::stream).toList();
  }

  /**
   * Runs the trainings that are missing.
   *
   * @param execution the place where networks are trained
   */
  StudySummary train(
      Execution execution,
      Experiment experiment,
      ExperimentGraph graph,
      TablePlan plan,
      Fidelity fidelity,
      int workers,
      StudyJournal store,
      Path folder) {
    StudyListener progress = watcher.tabulating(folder, plan.trainings(), finished(store));
    List<StudyListener> listeners = new ArrayList<>(execution.listeners());
    listeners.add(progress);
    StudySetup parts = graph.setup(listeners);
    StudySetup setup =
        new StudySetup(
            parts.space(),
            new TableController(plan, fidelity),
            () -> new TrainingOfTable(parts.evaluators().get(), plan.trainingSeeds()),
            fidelity,
            parts.valuation(),
            new NoStopping(),
            parts.listeners());
    StudySettings settings =
        new StudySettings(
            experiment.name(),
            experiment.seed(),
            workers,
            execution.elsewhere() ? MOST_OUTSTANDING : 0,
            Budget.unlimited(),
            false,
            TrialSeeds.NUMBER);
    Study study = execution.study(settings, setup, store);
    Runnable interrupt =
        () -> {
          watcher.interrupting();
          study.interrupt();
        };
    return interrupts.during(study::run, interrupt);
  }
}
