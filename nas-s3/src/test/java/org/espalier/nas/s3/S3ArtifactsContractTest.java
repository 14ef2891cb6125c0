package org.espalier.nas.s3;

import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.testkit.ArtifactStoreContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(S3Server.class)
class S3ArtifactsContractTest extends ArtifactStoreContract {
  private final S3Server.Running server;
  private final String bucket;

  S3ArtifactsContractTest(S3Server.Running server) {
    this.server = server;
    this.bucket = server.newBucket();
  }

  @Override
  protected ArtifactStore store() {
    return S3Server.Running.store(bucket + "/a/b", server.port());
  }
}
