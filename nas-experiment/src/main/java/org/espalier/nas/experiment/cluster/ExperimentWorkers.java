package org.espalier.nas.experiment.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.evaluation.Evaluator;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.remote.RemoteStudy;
import org.espalier.nas.engine.remote.WorkerParts;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.espalier.nas.engine.remote.WorkerProvider;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.table.TrainingOfTable;
import org.espalier.nas.engine.table.TrainingSeeds;
import org.espalier.nas.experiment.file.Artifacts;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;

/** Provider of workers that evaluate the trials of experiments. */
public final class ExperimentWorkers implements WorkerProvider {

  static final String KIND = "experiment";

  /** Name of the text with the resolved experiment. */
  static final String YAML = "experiment";

  /** Name of the text with the hash of the data; absent if there are none. */
  static final String DATA = "data";

  /** Name of the text with the run's folder on the machine of the study. */
  static final String FOLDER = "folder";

  /** Name of the text that is there if trials read files that other trials left. */
  static final String STATE = "state";

  /**
   * Name of the text with the number of seeds per architecture, if the trials are the trainings of
   * a table.
   */
  static final String TABLE_SEEDS = "table.seeds";

  /** Creates the provider. */
  public ExperimentWorkers() {}

  @Override
  public boolean serves(String kind) {
    return KIND.equals(kind);
  }

  @Override
  public WorkerParts open(RemoteStudy study, WorkerPlace place) {
    Catalogue catalogue = ShippedPlugins.load(place.folder());
    LocatedExperiment located =
        AssignedGpu.of(
            new ExperimentReader(catalogue)
                .readStored(Path.of("experiment.yaml"), study.content().text(YAML)),
            catalogue,
            place.gpus());
    ExperimentGraph graph =
        ExperimentGraph.of(
            located,
            catalogue,
            new RunFolder(place.folder()),
            artifacts(study, located).withoutDeleting(),
            DownloadListener.none());
    try {
      requireSameData(graph, study.content().texts().get(DATA));
    } catch (RuntimeException e) {
      graph.close();
      throw e;
    }
    return new Parts(graph, evaluators(study, located, graph));
  }

  private static Supplier<Evaluator> evaluators(
      RemoteStudy study, LocatedExperiment located, ExperimentGraph graph) {
    String count = study.content().texts().get(TABLE_SEEDS);
    if (count == null) {
      return graph::evaluator;
    }
    TrainingSeeds seeds = new TrainingSeeds(Integer.parseInt(count), located.experiment().seed());
    return () -> new TrainingOfTable(graph.evaluator(), seeds);
  }

  /** Returns the store of the files that trials leave for others, which is that of the study. */
  private static ArtifactStore artifacts(RemoteStudy study, LocatedExperiment located) {
    Path folder = Path.of(study.content().text(FOLDER));
    Artifacts elsewhere = located.experiment().artifacts();
    if (elsewhere != null) {
      return ArtifactStores.installed(ExperimentWorkers.class.getClassLoader())
          .at(elsewhere.address(), RunFolders.key(folder));
    }
    if (study.content().texts().containsKey(STATE) && !Files.isDirectory(folder)) {
      throw new NasException(
          "The folder %s of the run is not on this machine, but trials need files of other trials: add artifacts: {url: …} with a folder that all machines see, or an object store."
              .formatted(folder));
    }
    return new FolderArtifacts(folder);
  }

  private static void requireSameData(ExperimentGraph graph, @Nullable String wanted) {
    String found = graph.dataset().map(data -> data.info().hash()).orElse(null);
    if (wanted != null && !wanted.equals(found)) {
      throw new NasException(
          "The data here (hash %s) are not those of the study (hash %s): copy the study's files to this machine."
              .formatted(found, wanted));
    }
  }

  /** The objects of an experiment that evaluate its trials. */
  private record Parts(ExperimentGraph graph, Supplier<Evaluator> evaluators)
      implements WorkerParts {
    @Override
    public Evaluator evaluator() {
      return evaluators.get();
    }

    @Override
    public List<StudyListener> listeners() {
      return graph.sharedState();
    }

    @Override
    public void close() {
      graph.close();
    }
  }
}
