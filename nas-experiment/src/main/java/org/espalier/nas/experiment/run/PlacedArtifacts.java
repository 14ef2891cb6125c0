package org.espalier.nas.experiment.run;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;
import org.espalier.nas.engine.artifact.ArtifactStores;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.file.Artifacts;
import org.espalier.nas.experiment.file.Experiment;

/**
 * Artifacts in the places that experiments name.
 *
 * @param places the kinds of places
 */
record PlacedArtifacts(ArtifactStores places) implements RunArtifacts {
  /** Key of the content that tells who began the run. */
  private static final String OWNER = "owner";

  @Override
  public ArtifactStore of(Experiment experiment, Path folder) {
    Artifacts elsewhere = experiment.artifacts();
    return elsewhere == null
        ? new FolderArtifacts(folder)
        : places.at(elsewhere.address(), RunFolders.key(folder));
  }

  /**
   * Two containers that begin the same experiment in the same second can give their runs the same
   * key: their processes often have the same number.
   */
  @Override
  public void claim(Experiment experiment, Path folder) {
    if (experiment.artifacts() == null) {
      return;
    }
    ArtifactStore store = of(experiment, folder);
    String owner = owner(folder);
    requireUnclaimed(store, owner);
    store.write(OWNER, out -> out.write(owner.getBytes(StandardCharsets.UTF_8)));
    requireUnclaimed(store, owner);
  }

  private static void requireUnclaimed(ArtifactStore store, String owner) {
    Optional<String> other =
        store
            .read(OWNER, InputStream::readAllBytes)
            .map(content -> new String(content, StandardCharsets.UTF_8))
            .filter(found -> !found.equals(owner));
    if (other.isPresent()) {
      throw new NasException(
          "%s is of another run, %s. Begin again; the run then gets another key."
              .formatted(store.location(OWNER), other.get().strip()));
    }
  }

  private static String owner(Path folder) {
    return "%s on %s\n".formatted(folder.toAbsolutePath().normalize(), host());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException unknown) {
      return "a host without a name";
    }
  }
}
