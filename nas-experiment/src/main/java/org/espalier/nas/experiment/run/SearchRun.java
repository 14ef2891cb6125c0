package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.objective.Valuation;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StoreException;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.store.run.StoreFile;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.experiment.cluster.Execution;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.file.Store;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runner of searches, which also resumes interrupted ones. */
public final class SearchRun {
  /** Name of the resolved experiment in the folder of a run. */
  public static final String EXPERIMENT = "experiment.yaml";

  private static final Logger LOG = LoggerFactory.getLogger(SearchRun.class);

  private final Catalogue catalogue;
  private final StudyRepository studies;
  private final SearchWatcher watcher;
  private final InstantSource clock;
  private final StudyRunner runner;
  private final RunLog log;
  private final RunArtifacts artifacts;
  private final Clusters clusters;
  private final StudySteering notes;

  /**
   * Creates the runner of searches.
   *
   * @param studies repository of the studies, by the paths of their run folders
   * @param watcher observer of the search
   * @param clock clock for the beginning and end of runs
   * @param runner strategy that runs the studies
   * @param log the log files of the runs
   * @param artifacts places of the files that trials leave for later ones
   * @param clusters kinds of clusters on which trials can be evaluated
   */
  public SearchRun(
      Catalogue catalogue,
      StudyRepository studies,
      SearchWatcher watcher,
      InstantSource clock,
      StudyRunner runner,
      RunLog log,
      RunArtifacts artifacts,
      Clusters clusters) {
    this.catalogue = catalogue;
    this.studies = studies;
    this.watcher = watcher;
    this.clock = clock;
    this.runner = runner;
    this.log = log;
    this.artifacts = artifacts;
    this.clusters = clusters;
    this.notes = new StudySteering(studies, () -> catalogue, clock);
  }

  /**
   * Begins a run. If it cannot begin because a setting or the data are invalid, nothing is left
   * behind.
   *
   * @throws NasException if the search fails
   */
  public EndedSearch begin(LocatedExperiment located) {
    return begin(located, List.of());
  }

  /**
   * Begins a run, like {@link #begin(LocatedExperiment)}, that is steered from the start.
   *
   * @param steering commands that take effect at their places, such as those of another run
   * @throws NasException if the search fails
   */
  public EndedSearch begin(LocatedExperiment located, List<SteeringRequest> steering) {
    Experiment experiment = located.experiment();
    return begin(
        located,
        new RunFolders(experiment.output().folder()).fresh(experiment.name(), clock.instant()),
        steering);
  }

  /**
   * Begins a run in a folder that has none. If it cannot begin, nothing is left behind.
   *
   * @throws NasException if the search fails
   */
  public EndedSearch begin(LocatedExperiment located, Path folder) {
    return begin(located, folder, List.of());
  }

  private EndedSearch begin(
      LocatedExperiment located, Path folder, List<SteeringRequest> steering) {
    Experiment experiment = located.experiment();
    try (ExperimentGraph graph = graph(located, folder)) {
      Optional<Dataset> dataset = prepare(graph);
      StudyDescription description = describe(experiment, dataset, graph.valuation());
      try (Execution execution = execution(located, graph, folder);
          FreshFolder fresh = FreshFolder.make(folder)) {
        return log.during(
            folder, () -> begin(graph, execution, located, description, folder, steering, fresh));
      }
    }
  }

  private ExperimentGraph graph(LocatedExperiment located, Path folder) {
    return ExperimentGraph.of(
        located,
        catalogue,
        new RunFolder(folder),
        artifacts.of(located.experiment(), folder),
        watcher.downloads());
  }

  private EndedSearch begin(
      ExperimentGraph graph,
      Execution execution,
      LocatedExperiment located,
      StudyDescription description,
      Path folder,
      List<SteeringRequest> steering,
      FreshFolder fresh) {
    StudySetup setup = setup(graph, execution, located, folder, List.of());
    // Once created in a server, the study of a search that cannot begin would stay there.
    Study unused =
        execution.study(
            setup, new InMemoryStudyRepository().create(folder.toString(), description));
    artifacts.claim(located.experiment(), folder);
    Store elsewhere = located.experiment().store();
    if (elsewhere != null) {
      new StoreFile(elsewhere.address(), RunFolders.key(folder)).write(folder);
    }
    RunFile.experiment(folder).write(description.yaml());
    EndedSearch ended;
    try (StudyJournal store = studies.create(folder.toString(), description)) {
      Study study = execution.study(setup, store);
      fresh.keep();
      steering.forEach(studies.requests(folder.toString())::send);
      ended = search(study, store, folder, located.experiment(), objectives(graph));
    }
    notes.ended(folder.toString());
    return ended;
  }

  /**
   * Resumes a run that was interrupted.
   *
   * @param folder the run's folder
   * @param flags settings to change that results do not depend on: the place where trials are
   *     evaluated, and the number of workers
   * @throws NasException if there is no run, another process works on it, or the search fails
   */
  public EndedSearch resume(Path folder, List<SettingFlag> flags) {
    if (nothingIsStored(folder)) {
      RunFile file = RunFile.experiment(folder);
      return begin(
          new ExperimentReader(catalogue)
              .readStored(file.path(), file.read(), Optional.empty(), flags),
          folder);
    }
    EndedSearch ended;
    try (StudyJournal store = studies.open(folder.toString())) {
      ended = log.during(folder, () -> resume(folder, store, flags));
    }
    notes.ended(folder.toString());
    return ended;
  }

  /**
   * Continues a finished run with a larger budget. After an interruption, {@link #resume} continues
   * to the larger budget.
   *
   * @param folder the run's folder
   * @param flags the limits to change
   * @throws NasException if the run has not finished, another process works on it, the budget is
   *     not larger, or the search fails
   */
  public EndedSearch extend(Path folder, List<SettingFlag> flags) {
    EndedSearch ended;
    try (StudyJournal store = studies.open(folder.toString())) {
      ended =
          log.during(
              folder,
              () -> {
                new SearchExtension(folder, store, studies.requests(folder.toString()), catalogue)
                    .to(flags, clock.instant(), watcher.downloads())
                    .ifPresent(this::warn);
                return resume(folder, store, List.of());
              });
    }
    notes.ended(folder.toString());
    return ended;
  }

  private EndedSearch resume(Path folder, StudyJournal store, List<SettingFlag> flags) {
    StudyDescription description = store.description();
    // The process may have been killed between the extension of the stored budget and this.
    RunFile.experiment(folder).write(description.yaml());
    StoredPlugins plugins = new StoredPlugins(description, catalogue);
    LocatedExperiment located =
        plugins.read(folder.resolve(EXPERIMENT), description.yaml(), Optional.empty(), flags);
    plugins
        .changed()
        .forEach(
            change ->
                warn(
                    change
                        + "; what follows may differ from what an uninterrupted run would have"
                        + " done."));
    try (ExperimentGraph graph = graph(located, folder)) {
      requireSameData(prepare(graph), description);
      List<TrialResult> finished =
          store.trials().stream().flatMap(trial -> trial.result().stream()).toList();
      try (Execution execution = execution(located, graph, folder)) {
        Study study = execution.study(setup(graph, execution, located, folder, finished), store);
        return search(study, store, folder, located.experiment(), objectives(graph));
      }
    }
  }

  private Execution execution(LocatedExperiment located, ExperimentGraph graph, Path folder) {
    located.experiment().executor().cluster().ifPresent(watcher::connecting);
    return Execution.open(located, graph, folder, catalogue, clusters, clock);
  }

  private void warn(String warning) {
    LOG.warn(warning);
    watcher.warned(warning);
  }

  /** Returns true if the process was killed when the run had only a folder. */
  private boolean nothingIsStored(Path folder) {
    try {
      studies.read(folder.toString());
      return false;
    } catch (StoreException error) {
      return error.kind() == StoreException.Kind.MISSING && RunFile.experiment(folder).exists();
    }
  }

  private StudyDescription describe(
      Experiment experiment, Optional<Dataset> dataset, Valuation valuation) {
    return new StudyDescription(
        experiment.name(),
        experiment.seed(),
        // A copy of the study elsewhere is of the same experiment.
        new ExperimentWriter().yaml(experiment, key -> !key.equals("store")),
        RunProvenance.of(dataset, findings(dataset), valuation.description(), catalogue),
        valuation.objectives().list(),
        clock.instant());
  }

  private StudySetup setup(
      ExperimentGraph graph,
      Execution execution,
      LocatedExperiment located,
      Path folder,
      List<TrialResult> finished) {
    Experiment experiment = located.experiment();
    List<StudyListener> listeners = new ArrayList<>(execution.listeners());
    listeners.add(watcher.beginning(folder, experiment, objectives(graph), finished));
    if (experiment.output().tensorboard()) {
      listeners.add(
          new TensorBoardListener(() -> studies.read(folder.toString()), clock, this::warn));
    }
    return runner.prepare(graph.setup(listeners), experiment);
  }

  private static List<Objective> objectives(ExperimentGraph graph) {
    return graph.valuation().objectives().list();
  }

  private EndedSearch search(
      Study study,
      StudyJournal store,
      Path folder,
      Experiment experiment,
      List<Objective> objectives) {
    watcher.stored(folder);
    RepeatedCommands repeated = RepeatedCommands.of(studies.requests(folder.toString()));
    Runnable interrupt =
        () -> {
          watcher.interrupting();
          study.interrupt();
        };
    StudySummary summary =
        runner.run(
            () ->
                new StopRequest(folder)
                    .during(() -> study.run(studies.requests(folder.toString())), interrupt),
            interrupt);
    if (!summary.interrupted()) {
      repeated.removeLeft(store.steering()).ifPresent(this::warn);
    }
    return new EndedSearch(folder, experiment, objectives, summary);
  }

  /** Creates the objects that need the data, and so finds errors in the data. */
  private Optional<Dataset> prepare(ExperimentGraph graph) {
    Optional<Dataset> dataset = graph.dataset();
    graph.searchSpace();
    List<Finding> findings = findings(dataset);
    if (!findings.isEmpty()) {
      watcher.audited(findings);
    }
    return dataset;
  }

  private static List<Finding> findings(Optional<Dataset> dataset) {
    return dataset.map(Dataset::audit).orElse(List.of());
  }

  static void requireSameData(Optional<Dataset> dataset, StudyDescription description) {
    String before = description.provenance().get(RunProvenance.DATASET_HASH);
    String now = dataset.map(data -> data.info().hash()).orElse(before);
    if (before != null && !before.equals(now)) {
      throw new NasException(
          "The data have changed since the run began (hash %s, now %s). Restore them, or begin anew."
              .formatted(before, now));
    }
  }
}
