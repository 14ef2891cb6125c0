package org.espalier.nas.experiment.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.RemoteStudy;
import org.espalier.nas.engine.remote.StudyState;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SparkExecutorSettings;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;

/** The place where the trials of a search are evaluated, while the search is open. */
public final class Execution implements AutoCloseable {

  private final LocatedExperiment located;
  private final InstantSource clock;
  private final @Nullable Remote remote;

  /** Parts of the evaluation by other processes. */
  private record Remote(Cluster cluster, RemoteStudy study, StudyState state) {}

  private Execution(LocatedExperiment located, InstantSource clock, @Nullable Remote remote) {
    this.located = located;
    this.clock = clock;
    this.remote = remote;
  }

  /**
   * Connects to the cluster of an experiment, if it names one.
   *
   * @param graph the objects of the experiment
   * @param folder the run's folder
   * @throws NasException if the cluster cannot be reached
   */
  public static Execution open(
      LocatedExperiment located,
      ExperimentGraph graph,
      Path folder,
      Catalogue catalogue,
      Clusters clusters,
      InstantSource clock) {
    Experiment experiment = located.experiment();
    if (!(experiment.executor() instanceof SparkExecutorSettings spark)) {
      return new Execution(located, clock, null);
    }
    boolean dependent = experiment.evaluatorSettings().dependence().isPresent();
    Map<String, String> texts = texts(experiment, graph, folder);
    if (dependent || graph.controller().continuesTrials()) {
      texts.put(ExperimentWorkers.STATE, "true");
    }
    RemoteStudy study = new RemoteStudy(ExperimentWorkers.KIND, texts, plugins(catalogue));
    StudyState state = new StudyState(dependent);
    return new Execution(
        located,
        clock,
        new Remote(clusters.connect(spark.cluster(experiment.name())), study, state));
  }

  private static Map<String, String> texts(
      Experiment experiment, ExperimentGraph graph, Path folder) {
    Map<String, String> texts = new HashMap<>();
    texts.put(ExperimentWorkers.YAML, new ExperimentWriter().yaml(experiment));
    texts.put(ExperimentWorkers.FOLDER, folder.toAbsolutePath().normalize().toString());
    graph.dataset().ifPresent(data -> texts.put(ExperimentWorkers.DATA, data.info().hash()));
    return texts;
  }

  private static Map<String, byte[]> plugins(Catalogue catalogue) {
    Map<String, byte[]> files = new HashMap<>();
    for (PluginOrigin origin : catalogue.origins()) {
      for (Path jar : origin.builtIn() ? List.<Path>of() : origin.jars()) {
        files.put(path(origin, jar), read(jar));
      }
    }
    return files;
  }

  /** Returns the path of a plugin's jar below the folder of a worker. */
  private static String path(PluginOrigin origin, Path jar) {
    String name = String.valueOf(jar.getFileName());
    return ExperimentWorkers.PLUGINS
        + (origin.location().equals(name) ? name : origin.location() + "/" + name);
  }

  private static byte[] read(Path jar) {
    try {
      return Files.readAllBytes(jar);
    } catch (IOException e) {
      throw new NasException("The plugin " + jar + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }

  /** Returns the listeners that the study needs for its trials to be evaluated here. */
  public List<StudyListener> listeners() {
    return remote == null ? List.of() : List.of(remote.state());
  }

  /**
   * Returns the study, whose trials are evaluated here.
   *
   * @throws InvalidExperimentException if a setting does not fit the study
   */
  public Study study(StudySetup setup, StudyJournal store) {
    Remote elsewhere = remote;
    try {
      return elsewhere == null
          ? new Study(located.experiment().study(), setup, store, clock)
          : new Study(
              located.experiment().study(),
              setup,
              store,
              clock,
              failures ->
                  elsewhere
                      .cluster()
                      .executor(
                          new RemoteAttempts(elsewhere.study(), elsewhere.state()), failures));
    } catch (InvalidSettingException invalid) {
      throw new InvalidExperimentException(
          located.place(invalid.setting()), String.valueOf(invalid.getMessage()));
    }
  }

  @Override
  public void close() {
    if (remote != null) {
      remote.cluster().close();
    }
  }
}
