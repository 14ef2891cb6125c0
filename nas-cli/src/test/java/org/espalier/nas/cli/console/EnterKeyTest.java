package org.espalier.nas.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EnterKeyTest {

  @Test
  void aLineOrTheEndOfTheInputGoesOn() {
    EnterKey.await(new ByteArrayInputStream("\n".getBytes(UTF_8)));
    EnterKey.await(new ByteArrayInputStream("abc\nd".getBytes(UTF_8)));
    EnterKey.await(InputStream.nullInputStream());
  }

  @Test
  void otherKeysDoNot() throws IOException {
    try (PipedInputStream in = new PipedInputStream();
        PipedOutputStream keys = new PipedOutputStream(in)) {
      CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> EnterKey.await(in));
      keys.write('a');
      keys.flush();
      assertThat(waiting).isNotDone();
      keys.write('\n');
      keys.flush();
      waiting.join();
    }
  }
}
