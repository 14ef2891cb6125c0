package org.espalier.nas.engine.artifact;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.FolderArtifacts;

/** The places that can keep artifacts: folders, and those of the providers. */
public final class ArtifactStores {
  private static final String S3 = "s3:";

  private final Iterable<ArtifactStoreProvider> providers;

  /**
   * Creates the places.
   *
   * @param providers providers of stores, of which the first that serves an address is used;
   *     iterated over when an address is no folder
   */
  public ArtifactStores(Iterable<ArtifactStoreProvider> providers) {
    this.providers = providers;
  }

  /** Returns the places of the providers on a class path. */
  public static ArtifactStores installed(ClassLoader classPath) {
    return new ArtifactStores(ServiceLoader.load(ArtifactStoreProvider.class, classPath));
  }

  /**
   * Returns the store of the artifacts of a run; nothing is connected to or created before its
   * first use.
   *
   * @param run the key of the run
   * @throws InvalidSettingException if no provider serves the address, or it is invalid
   */
  public ArtifactStore at(ArtifactsUrl url, String run) {
    Optional<Path> folder = url.folder();
    return folder.isPresent()
        ? new FolderArtifacts(folder.get().resolve(run))
        : provider(url).at(url.text(), run);
  }

  private synchronized ArtifactStoreProvider provider(ArtifactsUrl url) {
    for (ArtifactStoreProvider provider : providers) {
      if (provider.serves(url.text())) {
        return provider;
      }
    }
    throw new InvalidSettingException(
        "artifacts.url",
        url.text().startsWith(S3)
            ? "artifacts.url (%s) needs the S3 module: run with NAS_PROFILE=s3.".formatted(url)
            : "artifacts.url (%s) is of no known kind. Write a folder, or s3://bucket/prefix."
                .formatted(url));
  }
}
