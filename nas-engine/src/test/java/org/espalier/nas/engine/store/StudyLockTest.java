package org.espalier.nas.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StudyLockTest {
  private static final int IN_USE = 3;

  private final long self = ProcessHandle.current().pid();

  @TempDir private Path folder;

  /** Acquires the lock of a folder in a process of its own. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
      try (StudyLock lock = StudyLock.acquire(Path.of(arguments[0]))) {
        System.exit(lock == null ? 1 : 0);
      } catch (StoreException error) {
        System.exit(error.kind() == StoreException.Kind.IN_USE ? IN_USE : 1);
      }
    }
  }

  private int acquireInAnotherProcess() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor();
  }

  @Test
  void aSecondAttemptOfTheSameProcessDoesNotReleaseTheLock() throws Exception {
    try (StudyLock lock = StudyLock.acquire(folder)) {
      assertThat(lock).isNotNull();
      for (Path name : List.of(folder, folder.resolve("../" + folder.getFileName()))) {
        assertThatThrownBy(() -> StudyLock.acquire(name))
            .isInstanceOf(StoreException.class)
            .hasMessageContaining("is in use by process " + self);
      }
      assertThat(StudyLock.holder(folder)).hasValue(self);
      assertThat(acquireInAnotherProcess()).isEqualTo(IN_USE);
    }
    assertThat(StudyLock.holder(folder)).isEmpty();
    assertThat(acquireInAnotherProcess()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aLinkToTheFolderIsTheSameLock() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    try (StudyLock lock = StudyLock.acquire(link)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> StudyLock.acquire(folder)).isInstanceOf(StoreException.class);
      assertThat(acquireInAnotherProcess()).isEqualTo(IN_USE);
    }
  }

  @Test
  void oneOfManyThreadsGetsIt() throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<StudyLock> acquired = new ArrayList<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(new Thread(() -> acquire(start, acquired)));
    }
    threads.forEach(Thread::start);
    start.countDown();
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(acquired).hasSize(1);
    assertThat(acquireInAnotherProcess()).isEqualTo(IN_USE);
    acquired.get(0).close();
    StudyLock.acquire(folder).close();
  }

  private void acquire(CountDownLatch start, List<StudyLock> acquired) {
    try {
      start.await();
      StudyLock lock = StudyLock.acquire(folder);
      synchronized (acquired) {
        acquired.add(lock);
      }
    } catch (StoreException inUse) {
      assertThat(inUse.kind()).isEqualTo(StoreException.Kind.IN_USE);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aKilledProcessWithTheNumberOfThisOneHoldsNothing() throws IOException {
    Files.writeString(folder.resolve("study.pid"), Long.toString(self));

    assertThat(StudyLock.holder(folder)).isEmpty();
    StudyLock.acquire(folder).close();
  }

  @Test
  void aFolderThatDoesNotExistHasNoHolder() {
    Path missing = folder.resolve("missing");

    assertThat(StudyLock.holder(missing)).isEmpty();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> StudyLock.acquire(missing))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("cannot be written");
    }
  }
}
