package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactStore;
import org.junit.jupiter.api.Test;

/**
 * The contract of every {@link ArtifactStore}. A test class extends it, supplies stores, and
 * inherits the checks.
 */
public abstract class ArtifactStoreContract {
  private static final String KEY = "checkpoints/trial-7.checkpoint";
  private static final int LARGE = 3_000_001;
  private static final int ROUNDS = 30;
  private static final List<String> OTHER_KEYS =
      List.of("", "/a", "a/", "a//b", "../a", "a/../b", ".", ".a", "a/.b", "a\\b", "a b", "ä");

  /**
   * Returns a new store of the same place in each call, as another process would create it. Each
   * test begins with an empty place.
   */
  protected abstract ArtifactStore store();

  @Test
  void aKeyWithoutContentIsEmpty() {
    assertThat(read(KEY)).isEmpty();
    assertThat(store().keys("checkpoints")).isEmpty();
    store().delete(KEY);
    assertThat(read(KEY)).as("after it was deleted").isEmpty();
  }

  @Test
  void othersReadWhatWasWritten() {
    for (int length : new int[] {0, 1, LARGE}) {
      byte[] content = content(length, 1);
      write(KEY, content);

      assertThat(read(KEY)).contains(content);
      assertThat(store().read(KEY, InputStream::read))
          .as("first byte of %d", length)
          .contains(length == 0 ? -1 : content[0] & 0xff);
    }
  }

  @Test
  void aContentIsWrittenInPieces() {
    store()
        .write(
            KEY,
            out -> {
              out.write(1);
              out.write(content(LARGE, 2));
              out.write(content(10, 3), 2, 5);
            });

    byte[] read = read(KEY).orElseThrow();
    assertThat(read).hasSize(1 + LARGE + 5).startsWith(1);
    assertThat(Arrays.copyOfRange(read, 1 + LARGE, read.length))
        .isEqualTo(Arrays.copyOfRange(content(10, 3), 2, 7));
  }

  @Test
  void aLaterContentTakesThePlaceOfAnEarlierOne() {
    write(KEY, content(LARGE, 1));
    write(KEY, content(3, 2));

    assertThat(read(KEY)).contains(content(3, 2));
    assertThat(store().keys("checkpoints")).containsExactly(KEY);
  }

  @Test
  void keysAreListedInOrderBelowWholeNames() {
    for (String key :
        List.of("a/c/d", "a/b", "a/b10", "a/b2", "a.b/c", "ab/c", "a/A", "a/c/b", "b", "c/x/y")) {
      write(key, content(1, 1));
    }

    assertThat(store().keys("a")).containsExactly("a/A", "a/b", "a/b10", "a/b2", "a/c/b", "a/c/d");
    assertThat(store().keys("a/c")).containsExactly("a/c/b", "a/c/d");
    assertThat(store().keys("c")).containsExactly("c/x/y");
    assertThat(store().keys("b")).as("nothing is below b").isEmpty();
    assertThat(store().keys("none")).isEmpty();
  }

  @Test
  void onlyWhatIsDeletedIsGone() {
    write("a/b", content(5, 1));
    write("a/b.c", content(5, 2));
    write("a/c/d", content(5, 3));
    store().delete("a/b");

    assertThat(read("a/b")).isEmpty();
    assertThat(read("a/b.c")).contains(content(5, 2));
    assertThat(store().keys("a")).containsExactly("a/b.c", "a/c/d");
    store().delete("a/c/d");
    store().delete("a/b.c");
    assertThat(store().keys("a")).isEmpty();
    write("a/b", content(5, 4));
    assertThat(read("a/b")).as("written again").contains(content(5, 4));
  }

  @Test
  void aContentThatCannotBeWrittenLeavesTheEarlierOne() {
    write(KEY, content(LARGE, 1));
    ArtifactStore store = store();

    assertThatThrownBy(() -> store.write(KEY, out -> breakOff(out, new IOException("broken pen"))))
        .isInstanceOfSatisfying(
            ArtifactException.class,
            error -> {
              assertThat(error.key()).isEqualTo(KEY);
              assertThat(error.location()).isEqualTo(store.location(KEY));
              assertThat(error).hasMessageContaining(store.location(KEY));
              assertThat(error).hasMessageContaining("broken pen");
            });
    assertThat(read(KEY)).contains(content(LARGE, 1));
    assertThatThrownBy(
            () -> store.write("checkpoints/new", out -> breakOff(out, new IOException("again"))))
        .isInstanceOf(ArtifactException.class);
    assertThat(read("checkpoints/new")).isEmpty();
    assertThat(store().keys("checkpoints")).as("nothing is left").containsExactly(KEY);
  }

  private static void breakOff(OutputStream out, IOException error) throws IOException {
    out.write(content(LARGE / 2, 2));
    out.flush();
    throw error;
  }

  @Test
  void errorsOfThoseWhoWriteAndReadAreTheirOwn() {
    write(KEY, content(3, 1));
    IllegalStateException own = new IllegalStateException("damaged");

    assertThatThrownBy(
            () ->
                store()
                    .write(
                        KEY,
                        out -> {
                          throw own;
                        }))
        .isSameAs(own);
    assertThat(read(KEY)).contains(content(3, 1));
    assertThatThrownBy(
            () ->
                store()
                    .read(
                        KEY,
                        in -> {
                          throw own;
                        }))
        .isSameAs(own);
  }

  @Test
  void aContentThatCannotBeReadIsNamed() {
    write(KEY, content(3, 1));
    ArtifactStore store = store();

    assertThatThrownBy(
            () ->
                store.read(
                    KEY,
                    in -> {
                      throw new IOException("broken glasses");
                    }))
        .isInstanceOf(ArtifactException.class)
        .hasMessageContaining(store.location(KEY))
        .hasMessageContaining("broken glasses");
  }

  @Test
  void otherKeysAreRefused() {
    for (String key : OTHER_KEYS) {
      for (ArtifactStore store : List.of(store(), store().withoutDeleting())) {
        assertRefused(() -> store.write(key, out -> out.write(1)));
        assertRefused(() -> store.read(key, InputStream::read));
        assertRefused(() -> store.delete(key));
        assertRefused(() -> store.keys(key));
        assertRefused(() -> store.location(key));
      }
    }
  }

  private static void assertRefused(ThrowingCallable call) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void whoMustNotDeleteReadsAndWrites() {
    ArtifactStore kept = store().withoutDeleting();
    kept.write(KEY, out -> out.write(content(5, 1)));
    kept.delete(KEY);

    assertThat(read(KEY)).contains(content(5, 1));
    assertThat(kept.read(KEY, InputStream::readAllBytes)).contains(content(5, 1));
    assertThat(kept.keys("checkpoints")).containsExactly(KEY);
    assertThat(kept.location(KEY)).isEqualTo(store().location(KEY));
    store().delete(KEY);
    assertThat(kept.read(KEY, InputStream::readAllBytes)).isEmpty();
  }

  /** Each content consists of one byte, whose value gives its length. */
  @Test
  void nobodyReadsAPart() {
    write(KEY, uniform(0));
    AtomicInteger thread = new AtomicInteger();
    AtomicInteger writing = new AtomicInteger(2);

    Threads.all(
        4,
        () -> {
          ArtifactStore store = store();
          if (thread.incrementAndGet() <= 2) {
            for (int round = 0; round < ROUNDS; round++) {
              byte[] next = uniform(round % 7);
              store.write(KEY, out -> out.write(next));
            }
            writing.decrementAndGet();
          }
          while (writing.get() > 0) {
            assertWhole(store.read(KEY, InputStream::readAllBytes).orElseThrow());
          }
          return true;
        });
    assertWhole(read(KEY).orElseThrow());
    assertThat(store().keys("checkpoints")).containsExactly(KEY);
  }

  private static byte[] uniform(int value) {
    byte[] content = new byte[100_000 + 10_000 * value];
    Arrays.fill(content, (byte) value);
    return content;
  }

  private static void assertWhole(byte[] content) {
    assertThat(content).as("content that was read").isNotEmpty();
    assertThat(content).as("content that was read").isEqualTo(uniform(content[0]));
  }

  @Test
  void someWriteWhileOthersDelete() {
    AtomicInteger thread = new AtomicInteger();

    Threads.all(
        4,
        () -> {
          String own = "checkpoints/trial-" + thread.incrementAndGet();
          ArtifactStore store = store();
          for (int round = 0; round < ROUNDS; round++) {
            byte[] next = content(10, round);
            store.write(own, out -> out.write(next));
            assertThat(store.read(own, InputStream::readAllBytes)).contains(next);
            assertThat(store.keys("checkpoints")).contains(own);
            store.delete(own);
          }
          return true;
        });
    assertThat(store().keys("checkpoints")).isEmpty();
  }

  private void write(String key, byte[] content) {
    store().write(key, out -> out.write(content));
  }

  private Optional<byte[]> read(String key) {
    return store().read(key, InputStream::readAllBytes);
  }

  private static byte[] content(int length, int step) {
    byte[] content = new byte[length];
    for (int i = 0; i < length; i++) {
      content[i] = (byte) (17 + step * i);
    }
    return content;
  }
}
