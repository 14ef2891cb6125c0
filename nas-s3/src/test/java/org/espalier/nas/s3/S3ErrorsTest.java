package org.espalier.nas.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Object stores that cannot be used, and the messages that say why. */
@ExtendWith(S3Server.class)
class S3ErrorsTest {
  private final S3Server.Running server;

  S3ErrorsTest(S3Server.Running server) {
    this.server = server;
  }

  @AfterEach
  void restore() {
    server.withCredentials();
  }

  private ArtifactStore store(String bucket) {
    return S3Server.Running.store(bucket, server.port());
  }

  /**
   * Returns the message that all methods give, whose beginnings differ. A server that refuses a
   * content may close the connection while it is sent, so that the reason for that one may be lost.
   */
  private static String message(ArtifactStore store) {
    String key = "weights/a";
    String read = message(() -> store.read(key, InputStream::read), store, key, "read");
    assertThat(message(() -> store.write(key, out -> out.write(1)), store, key, "written"))
        .isNotBlank();
    assertThat(message(() -> store.delete(key), store, key, "deleted")).isEqualTo(read);
    assertThat(message(() -> store.keys("weights"), store, "weights", "listed")).isEqualTo(read);
    return read;
  }

  private static String message(Runnable call, ArtifactStore store, String key, String action) {
    ArtifactException error = catchThrowableOfType(ArtifactException.class, call::run);
    String beginning = "%s cannot be %s: ".formatted(store.location(key), action);
    assertThat(error).hasMessageStartingWith(beginning);
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain("rosebud");
    }
    return error.getMessage().substring(beginning.length());
  }

  @Test
  void aBucketThatIsMissingIsNamed() {
    assertThat(message(store("nowhere/a")))
        .isEqualTo(
            "there is no bucket nowhere at http://127.0.0.1:%d. Create it first."
                .formatted(server.port()));
  }

  @Test
  void wrongCredentialsAreNotRepeated() {
    String bucket = server.newBucket();
    server.credentials("anna", "rosebud-2");
    assertThat(message(store(bucket)))
        .startsWith(
            "http://127.0.0.1:%d refuses the credentials (SignatureDoesNotMatch). They need"
                .formatted(server.port()));
    server.credentials("berta", "rosebud");
    assertThat(message(store(bucket))).contains("refuses the credentials (");
  }

  @Test
  void aProcessWithoutCredentialsIsToldWhereTheyComeFrom() {
    String bucket = server.newBucket();
    server.withoutCredentials();
    assertThat(message(store(bucket)))
        .isEqualTo(
            "there are no credentials. Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or write ~/.aws/credentials.");
  }

  @Test
  void aServerThatIsNotThereIsNamed() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    assertThat(message(S3Server.Running.store("bucket", port)))
        .isEqualTo(
            "http://127.0.0.1:%d cannot be reached (connection refused). Check the address, the network and the server."
                .formatted(port));
  }
}
