package org.espalier.nas.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("weights.bin");
  }

  @Test
  void writesNewFilesAndReplacesOldOnes() throws IOException {
    AtomicFile.write(file, new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});

    AtomicFile.writeString(file, "é");
    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo("é");

    AtomicFile.write(
        file,
        out -> {
          out.write(7);
          out.write(new byte[] {8, 9});
        });
    assertThat(file).hasBinaryContent(new byte[] {7, 8, 9});
    assertThat(files()).containsExactly(file);
  }

  @Test
  void acceptsAFileNameWithoutAFolder() throws IOException {
    Path relative = Path.of("AtomicFileTest.txt");
    try {
      AtomicFile.writeString(relative, "here");
      assertThat(relative).content().isEqualTo("here");
    } finally {
      Files.deleteIfExists(relative);
    }
  }

  @Test
  void showsTheOldFileUntilTheNewOneIsComplete() throws IOException {
    AtomicFile.writeString(file, "old");

    AtomicFile.write(
        file,
        out -> {
          out.write("ne".getBytes(StandardCharsets.UTF_8));
          assertThat(file).content().isEqualTo("old");
          out.write('w');
        });

    assertThat(file).content().isEqualTo("new");
  }

  @Test
  void readersInOtherThreadsNeverSeeAPart() throws Exception {
    byte[] ones = filled(1);
    byte[] twos = filled(2);
    AtomicFile.write(file, ones);
    AtomicBoolean written = new AtomicBoolean();
    ExecutorService reader = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> reads =
          reader.submit(
              () -> {
                int count = 0;
                do {
                  byte[] seen = Files.readAllBytes(file);
                  assertThat(seen).isIn(ones, twos);
                  count++;
                } while (!written.get());
                return count;
              });
      for (int i = 0; i < 20; i++) {
        AtomicFile.write(file, i % 2 == 0 ? twos : ones);
      }
      written.set(true);
      assertThat(reads.get()).isPositive();
    } finally {
      written.set(true);
      reader.shutdownNow();
    }
  }

  @Test
  void keepsTheOldFileAndNoTemporaryOneIfWritingFails() throws IOException {
    AtomicFile.writeString(file, "old");

    assertThatIOException()
        .isThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(1);
                      throw new IOException("disk full");
                    }))
        .withMessage("disk full");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      throw new IllegalStateException("bug");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(files()).containsExactly(file);
    assertThat(file).content().isEqualTo("old");
  }

  @Test
  void keepsNoTemporaryFileIfTheTargetCannotBeReplaced() throws IOException {
    Files.createDirectories(file.resolve("inner"));

    assertThatIOException().isThrownBy(() -> AtomicFile.write(file, new byte[] {1}));

    assertThat(files()).containsExactly(file);
    assertThat(file).isDirectory();
  }

  @Test
  void replacesTheTemporaryFileThatACrashLeft() throws IOException {
    Files.write(
        folder.resolve("weights.bin" + AtomicFile.PARTIAL_SUFFIX), new byte[] {9, 9, 9, 9, 9});

    AtomicFile.write(file, new byte[] {1});

    assertThat(files()).containsExactly(file);
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void failsIfTheFolderIsMissing() {
    assertThatIOException()
        .isThrownBy(
            () -> AtomicFile.write(folder.resolve("missing").resolve("file"), new byte[] {1}))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void replaceMovesACompleteFile() throws IOException {
    Path complete = Files.writeString(folder.resolve("download.part"), "data");
    Files.writeString(file, "old");

    AtomicFile.replace(complete, file);

    assertThat(files()).containsExactly(file);
    assertThat(file).content().isEqualTo("data");
  }

  private static byte[] filled(int value) {
    byte[] bytes = new byte[1 << 16];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }
}
