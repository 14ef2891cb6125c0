package org.espalier.nas.experiment.cluster;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.remote.RemoteAttempts;
import org.espalier.nas.engine.remote.RemoteStudy;
import org.espalier.nas.engine.remote.StudyState;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.engine.study.StudySettings;
import org.espalier.nas.engine.study.StudySetup;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.file.SparkExecutorSettings;
import org.espalier.nas.experiment.plugin.Catalogue;
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
    if (!(located.experiment().executor() instanceof SparkExecutorSettings spark)) {
      return here(located, clock);
    }
    Map<String, String> texts = texts(located.experiment(), graph, folder);
    if (dependent(located) || graph.controller().continuesTrials()) {
      texts.put(ExperimentWorkers.STATE, "true");
    }
    return new Execution(located, clock, remote(located, spark, texts, catalogue, clusters));
  }

  /**
   * Connects to the cluster of an experiment, if it names one, for the trainings of a table.
   *
   * @param graph the objects of the experiment
   * @param folder the folder of the trainings
   * @param seeds number of seeds per architecture
   * @throws NasException if the cluster cannot be reached
   */
  public static Execution ofTable(
      LocatedExperiment located,
      ExperimentGraph graph,
      Path folder,
      int seeds,
      Catalogue catalogue,
      Clusters clusters,
      InstantSource clock) {
    if (!(located.experiment().executor() instanceof SparkExecutorSettings spark)) {
      return here(located, clock);
    }
    Map<String, String> texts = texts(located.experiment(), graph, folder);
    texts.put(ExperimentWorkers.TABLE_SEEDS, Integer.toString(seeds));
    return new Execution(located, clock, remote(located, spark, texts, catalogue, clusters));
  }

  /** Returns this process as the place, whatever the experiment names. */
  public static Execution here(LocatedExperiment located, InstantSource clock) {
    return new Execution(located, clock, null);
  }

  private static Remote remote(
      LocatedExperiment located,
      SparkExecutorSettings spark,
      Map<String, String> texts,
      Catalogue catalogue,
      Clusters clusters) {
    RemoteStudy study =
        new RemoteStudy(ExperimentWorkers.KIND, new Bundle(texts, ShippedPlugins.of(catalogue)));
    return new Remote(
        clusters.connect(spark.cluster(located.experiment().name())),
        study,
        new StudyState(dependent(located)));
  }

  private static boolean dependent(LocatedExperiment located) {
    return located.experiment().evaluatorSettings().dependence().isPresent();
  }

  private static Map<String, String> texts(
      Experiment experiment, ExperimentGraph graph, Path folder) {
    Map<String, String> texts = new HashMap<>();
    texts.put(ExperimentWorkers.YAML, new ExperimentWriter().yaml(experiment));
    texts.put(ExperimentWorkers.FOLDER, folder.toAbsolutePath().normalize().toString());
    graph.dataset().ifPresent(data -> texts.put(ExperimentWorkers.DATA, data.info().hash()));
    return texts;
  }

  /** Returns true if trials are evaluated by other processes. */
  public boolean elsewhere() {
    return remote != null;
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
    return study(located.experiment().study(), setup, store);
  }

  /** Returns the study of other settings than those of the experiment. */
  public Study study(StudySettings settings, StudySetup setup, StudyJournal store) {
    Remote elsewhere = remote;
    try {
      return elsewhere == null
          ? new Study(settings, setup, store, clock)
          : new Study(
              settings,
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
