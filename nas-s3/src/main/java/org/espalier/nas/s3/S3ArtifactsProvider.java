package org.espalier.nas.s3;

import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.engine.artifact.ArtifactStoreProvider;

/**
 * Provider of stores at addresses such as {@code s3://bucket/prefix}. Credentials are those that
 * the tools of AWS find: {@code AWS_ACCESS_KEY_ID} and {@code AWS_SECRET_ACCESS_KEY}, {@code
 * ~/.aws}, or the role of the machine.
 */
public final class S3ArtifactsProvider implements ArtifactStoreProvider {

  /** Creates the provider; called by {@link java.util.ServiceLoader}. */
  public S3ArtifactsProvider() {}

  @Override
  public boolean serves(String url) {
    return url.startsWith(S3Address.SCHEME);
  }

  @Override
  public ArtifactStore at(String url, String part) {
    S3Address address = S3Address.parse(url);
    return new S3Artifacts(address, part, new S3Connection(address, Retries.standard()));
  }
}
