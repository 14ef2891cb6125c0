package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.EndedSearch;
import org.espalier.nas.experiment.run.ReportFiles;
import org.espalier.nas.experiment.run.RunArtifacts;
import org.espalier.nas.experiment.run.RunLog;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.run.SearchRun;
import org.espalier.nas.experiment.run.SearchWatcher;

/**
 * A search that an experiment file describes, with settings of the program's own. Immutable: each
 * method returns a changed copy.
 */
public final class ExperimentSearch {
  private final Path file;
  private final Settings settings;
  private final Plugins plugins;
  private final StudyListener listener;
  private final List<SteeringRequest> steering;

  ExperimentSearch(Path file) {
    this(file, Settings.none(), Plugins.onClassPath(), new StudyListener() {}, List.of());
  }

  private ExperimentSearch(
      Path file,
      Settings settings,
      Plugins plugins,
      StudyListener listener,
      List<SteeringRequest> steering) {
    this.file = file;
    this.settings = settings;
    this.plugins = plugins;
    this.listener = listener;
    this.steering = steering;
  }

  /**
   * Returns the search with another setting, as {@code --set} gives it on the command line.
   *
   * @param key the path to the setting, such as {@code controller.batch}
   * @param value a text, number, boolean, enum constant, duration or path, or a list or map of such
   */
  public ExperimentSearch with(String key, Object value) {
    return new ExperimentSearch(file, settings.with(key, value), plugins, listener, steering);
  }

  /** Returns the search with another seed. */
  public ExperimentSearch seed(long seed) {
    return with("seed", seed);
  }

  /** Returns the search with another number of trials that run at once. */
  public ExperimentSearch workers(int workers) {
    return with("workers", workers);
  }

  /** Returns the search with another folder in which each run gets a folder of its own. */
  public ExperimentSearch output(Path folder) {
    return with("output.folder", folder.toAbsolutePath());
  }

  /** Returns the search with plugins from folders, besides those on the class path. */
  public ExperimentSearch plugins(Path... folders) {
    return new ExperimentSearch(file, settings, new Plugins(List.of(folders)), listener, steering);
  }

  /** Returns the search with a listener that is told of its trials, in the place of an earlier. */
  public ExperimentSearch listener(StudyListener observer) {
    return new ExperimentSearch(file, settings, plugins, observer, steering);
  }

  /**
   * Returns the search with commands that take effect at their places, in the place of earlier
   * ones. Those of a {@linkplain SearchResult#steering() result}, each taken {@linkplain
   * SteeringEvent#again() again}, repeat a steered search.
   */
  public ExperimentSearch steering(List<SteeringRequest> commands) {
    return new ExperimentSearch(file, settings, plugins, listener, List.copyOf(commands));
  }

  /**
   * Runs the search in a new run folder, and writes the report if the file asks for one.
   *
   * <p>If the thread is interrupted the search ends early; {@link Espalier#resume} continues it.
   *
   * @throws org.espalier.nas.experiment.file.InvalidExperimentException with everything that is
   *     wrong with the file or the settings
   * @throws org.espalier.nas.api.NasException if the search fails
   */
  public SearchResult run() {
    Catalogue catalogue = plugins.load();
    LocatedExperiment located = new ExperimentReader(catalogue).read(file, settings.flags());
    return finished(runner(catalogue, listener).begin(located, steering), catalogue);
  }

  /** Returns the studies by the paths of their run folders. */
  static StudyRepository studies() {
    return new RunFolderRepository(
        Path.of(""), StudyServers.installed(ExperimentSearch.class.getClassLoader()));
  }

  /** Creates a runner of searches that tells a listener of their trials. */
  static SearchRun runner(Catalogue catalogue, StudyListener listener) {
    SearchWatcher watcher =
        new SearchWatcher() {
          @Override
          public StudyListener beginning(
              Path folder,
              Experiment experiment,
              List<Objective> objectives,
              List<TrialResult> finishedBefore) {
            return listener;
          }
        };
    return new SearchRun(
        catalogue,
        studies(),
        watcher,
        InstantSource.system(),
        (work, interrupt) -> work.get(),
        RunLog.none(),
        RunArtifacts.inPlaces(ArtifactStores.installed(ExperimentSearch.class.getClassLoader())),
        Clusters.installed(ExperimentSearch.class.getClassLoader()));
  }

  /** Writes the report that the experiment asks for, and returns the result. */
  static SearchResult finished(EndedSearch ended, Catalogue catalogue) {
    StudyRepository studies = studies();
    StoredStudy study = studies.read(ended.folder().toString());
    if (ended.experiment().output().report() && !ended.summary().interrupted()) {
      ReportFiles.write(study, studies, catalogue);
    }
    return new SearchResult(
        ended.experiment().name(),
        Optional.of(ended.folder()),
        RunStatus.of(study, studies),
        ended.objectives(),
        ended.summary().results(),
        study.steering());
  }
}
