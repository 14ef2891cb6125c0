package org.espalier.nas.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of artifacts; tests of the test kit check the contract of all stores. */
class FolderArtifactsTest {
  private static final String KEY = "checkpoints/trial-7.checkpoint";

  @TempDir Path folder;

  private FolderArtifacts store() {
    return new FolderArtifacts(folder);
  }

  private static void write(ArtifactStore store, String key, int value) {
    store.write(key, out -> out.write(value));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> !file.equals(folder))
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theFileIsWhereTheKeySays() throws IOException {
    write(store(), KEY, 1);
    write(store(), "weights.safetensors", 2);

    assertThat(folder.resolve(KEY)).hasBinaryContent(new byte[] {1});
    assertThat(files()).containsExactly("checkpoints", KEY, "weights.safetensors");
    assertThat(store().location(KEY)).isEqualTo(folder.resolve(KEY).toString());
  }

  @Test
  void theFolderGoesWithItsLastFileButTheRunsFolderStays() throws IOException {
    write(store(), "a/b/c", 1);
    write(store(), "a/d", 1);
    store().delete("a/b/c");
    assertThat(files()).containsExactly("a", "a/d");
    store().delete("a/d");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void otherFilesAreNoArtifacts() throws IOException {
    Files.createDirectories(folder.resolve("checkpoints"));
    Files.writeString(folder.resolve("checkpoints/my notes.txt"), "");
    write(store(), KEY, 1);

    assertThat(store().keys("checkpoints")).containsExactly(KEY);
    store().delete(KEY);
    assertThat(files()).containsExactly("checkpoints", "checkpoints/my notes.txt");
  }

  @Test
  void whatAKilledProcessLeftIsNotReadAndCanBeDeleted() throws IOException {
    Files.createDirectories(folder.resolve("checkpoints"));
    Files.write(folder.resolve("checkpoints/.trial-7.checkpoint.1.partial"), new byte[9]);
    Files.write(folder.resolve("checkpoints/.trial-7.checkpoint.2.partial"), new byte[9]);

    assertThat(store().read(KEY, InputStream::read)).isEmpty();
    assertThat(store().keys("checkpoints")).containsExactly(KEY);
    write(store(), KEY, 1);
    assertThat(store().read(KEY, InputStream::read)).contains(1);
    store().delete(KEY);
    assertThat(folder).isEmptyDirectory();
  }

  /** A process that was taken for dead and another one write the same. */
  @Test
  void twoWritersHaveFilesOfTheirOwn() {
    store()
        .write(
            KEY,
            slow -> {
              slow.write(1);
              write(store(), KEY, 2);
              assertThat(store().read(KEY, InputStream::read)).contains(2);
              slow.write(3);
            });

    assertThat(store().read(KEY, InputStream::readAllBytes)).contains(new byte[] {1, 3});
  }

  @Test
  void theReasonIsNamed() throws IOException {
    Files.writeString(folder.resolve("checkpoints"), "in the way");

    assertThatThrownBy(() -> write(store(), KEY, 1))
        .isInstanceOf(ArtifactException.class)
        .hasMessage(
            "%s cannot be written: the file %s is in the way."
                .formatted(folder.resolve(KEY), folder.resolve("checkpoints")));
    assertThatThrownBy(() -> store().read(KEY, InputStream::read))
        .isInstanceOf(ArtifactException.class)
        .hasMessageEndingWith("cannot be read: a part of the path is a file, not a folder.");
    Files.delete(folder.resolve("checkpoints"));
    Files.createDirectories(folder.resolve(KEY));
    assertThatThrownBy(() -> store().read(KEY, InputStream::read))
        .isInstanceOf(ArtifactException.class)
        .hasMessageEndingWith("cannot be read: it is a folder.");
  }
}
