package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.file.Artifacts;
import org.espalier.nas.experiment.file.Experiment;

/** The choice of a store for the artifacts of a run. */
@FunctionalInterface
public interface RunArtifacts {

  /**
   * Returns the store of the artifacts of a run.
   *
   * @param folder the run's folder
   * @throws org.espalier.nas.api.InvalidSettingException if the experiment names a place that needs
   *     a module which is missing
   */
  ArtifactStore of(Experiment experiment, Path folder);

  /** Keeps artifacts in the run's folder, whatever the experiment says. */
  static RunArtifacts inFolders() {
    return (experiment, folder) -> new FolderArtifacts(folder);
  }

  /**
   * Keeps artifacts in the place that the experiment names, below the key of the run; in the run's
   * folder if it names none.
   */
  static RunArtifacts inPlaces(ArtifactStores places) {
    return (experiment, folder) -> {
      Artifacts elsewhere = experiment.artifacts();
      return elsewhere == null
          ? new FolderArtifacts(folder)
          : places.at(elsewhere.address(), RunFolders.key(folder));
    };
  }
}
