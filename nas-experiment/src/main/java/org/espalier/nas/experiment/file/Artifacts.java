package org.espalier.nas.experiment.file;

import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.engine.artifact.ArtifactsUrl;

/**
 * The place of the files that trials leave for later ones. Results do not depend on it.
 *
 * @param url absolute path of a folder, or address without credentials
 */
public record Artifacts(
    @Description(
            "Folder that all machines see, or address of an object store without credentials, such"
                + " as s3://bucket/prefix.")
        String url) {

  /** Checks the address, and makes the path of a folder absolute. */
  public Artifacts {
    url = new ArtifactsUrl(url).text();
  }

  /** Returns the address. */
  public ArtifactsUrl address() {
    return new ArtifactsUrl(url);
  }
}
