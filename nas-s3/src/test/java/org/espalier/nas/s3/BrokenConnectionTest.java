package org.espalier.nas.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Connections that break, and more contents than one answer of a server lists. */
@ExtendWith(S3Server.class)
class BrokenConnectionTest {
  private static final byte[] CONTENT = new byte[3_000_000];

  private final S3Server.Running server;
  private final String bucket;
  private BreakingProxy network;
  private ArtifactStore store;

  BrokenConnectionTest(S3Server.Running server) {
    this.server = server;
    this.bucket = server.newBucket();
    Arrays.fill(CONTENT, (byte) 7);
  }

  @BeforeEach
  void open() throws IOException {
    network = new BreakingProxy(server.port());
    store = S3Server.Running.store(bucket, network.port());
  }

  @AfterEach
  void close() throws IOException {
    network.close();
  }

  @Test
  void anAnswerThatBreaksOffIsReadAgain() {
    store.write("a/b", out -> out.write(CONTENT));
    network.breakAnswers(2, 1_000_000);
    AtomicInteger begun = new AtomicInteger();

    assertThat(
            store.read(
                "a/b",
                in -> {
                  begun.incrementAndGet();
                  return in.readAllBytes();
                }))
        .contains(CONTENT);
    assertThat(begun).hasValue(3);
  }

  @Test
  void aConnectionThatBreaksTooOftenIsAnError() {
    store.write("a/b", out -> out.write(CONTENT));
    network.breakAnswers(Integer.MAX_VALUE, 1_000_000);

    assertThatThrownBy(() -> store.read("a/b", InputStream::readAllBytes))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining("a/b cannot be read: http://127.0.0.1:")
        .hasMessageContaining("cannot be reached (");
  }

  /** Once a search fails, several of its parts may still want to write. */
  @Test
  void afterThatEachRequestIsTriedOnceUntilOneSucceeds() {
    network.breakAnswers(Integer.MAX_VALUE, 0);
    assertThatThrownBy(() -> store.delete("a/b")).isInstanceOf(ArtifactException.class);
    int patient = network.broken();
    assertThatThrownBy(() -> store.delete("a/b")).isInstanceOf(ArtifactException.class);
    int impatient = network.broken() - patient;
    assertThat(patient).as("connections of three attempts").isEqualTo(3 * impatient);

    network.breakAnswers(0, 0);
    store.delete("a/b");
    network.breakAnswers(2 * impatient, 0);
    store.delete("a/b");
    assertThat(network.broken()).isEqualTo(patient + 3 * impatient);
  }

  @Test
  void aContentWhoseAnswerIsLostIsSentAgain() {
    network.breakAnswers(2, 0);
    store.write("a/b", out -> out.write(CONTENT));

    assertThat(store.read("a/b", InputStream::readAllBytes)).contains(CONTENT);
    network.breakAnswers(2, 0);
    assertThat(store.keys("a")).containsExactly("a/b");
    network.breakAnswers(2, 0);
    store.delete("a/b");
    assertThat(store.keys("a")).isEmpty();
  }

  @Test
  void allKeysAreListed() {
    List<String> keys = IntStream.range(0, 1_050).mapToObj("many/trial-%04d"::formatted).toList();
    ArtifactStore direct = S3Server.Running.store(bucket, server.port());
    keys.parallelStream().forEach(key -> direct.write(key, out -> out.write(1)));

    assertThat(direct.keys("many")).isEqualTo(keys);
  }
}
