package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are and are not taken for residue. */
class LeakCheckTest {
  @TempDir Path folder;

  /** Mocking libraries of other tests attach agents at any time, in the working directory. */
  @ParameterizedTest
  @ValueSource(strings = {".attach_pid4711", ".java_pid4711"})
  void filesOfAttachedAgentsAreNotResidue(String name) throws IOException {
    LeakCheck residue = LeakCheck.since(List.of(folder));
    Files.createFile(folder.resolve(name));

    assertThatCode(residue::checkFiles).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.bin", ".weights", "attach_pid"})
  void otherFilesAreResidue(String name) throws IOException {
    LeakCheck residue = LeakCheck.since(List.of(folder));
    Files.createFile(folder.resolve(name));

    assertThatThrownBy(residue::checkFiles)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(name);
  }

  @Test
  void filesThatExistedAreNotResidue() throws IOException {
    Files.createFile(folder.resolve("weights.bin"));

    assertThatCode(LeakCheck.since(List.of(folder))::checkFiles).doesNotThrowAnyException();
  }
}
