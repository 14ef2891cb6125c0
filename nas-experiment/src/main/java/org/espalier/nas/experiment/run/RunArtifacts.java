package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.engine.artifact.ArtifactStores;
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

  /**
   * Checks that a new run can write to its store, and that the store is not that of another run.
   *
   * @param folder the run's folder
   * @throws org.espalier.nas.api.NasException if it cannot, or if it is
   */
  default void claim(Experiment experiment, Path folder) {}

  /** Keeps artifacts in the run's folder, whatever the experiment says. */
  static RunArtifacts inFolders() {
    return (experiment, folder) -> new FolderArtifacts(folder);
  }

  /**
   * Keeps artifacts in the place that the experiment names, below the key of the run; in the run's
   * folder if it names none.
   */
  static RunArtifacts inPlaces(ArtifactStores places) {
    return new PlacedArtifacts(places);
  }
}
