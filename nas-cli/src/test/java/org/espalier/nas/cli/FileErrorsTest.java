package org.espalier.nas.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Messages about files that are missing, folders, binary or not permitted. */
@DisabledOnOs(OS.WINDOWS)
class FileErrorsTest {
  private static final String FORMULA =
      """
      name: formula
      searchSpace:
        type: hyperparameters
        parameters: {a: {type: boolean}, b: {type: boolean}, c: {type: boolean}}
      controller: {type: random}
      evaluator: {type: nk-landscape}
      reward: {type: metric, metric: fitness}
      budget: {trials: 4}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  /** No message names an exception of Java. */
  @AfterEach
  void namesNoException() {
    assertThat(terminal.err()).doesNotContain("Exception", "java.");
  }

  private String error(int code, Object... arguments) {
    assertThat(terminal.run(arguments)).as(terminal.err()).isEqualTo(code);
    return terminal.err();
  }

  private Path experiment() throws IOException {
    return Files.writeString(folder.resolve("formula.yaml"), FORMULA);
  }

  @Test
  void aMissingFile() {
    Path missing = folder.resolve("missing.yaml");
    assertThat(error(2, "run", missing)).contains("There is no file " + missing + ".");
  }

  @Test
  void aFolder() {
    assertThat(error(2, "run", folder))
        .contains(folder + " is a folder; name an experiment file in it.");
  }

  @Test
  void aBinaryFile() throws IOException {
    Path file = Files.write(folder.resolve("binary.yaml"), new byte[] {0x50, 0x4b, 3, 4, 0, -1});
    assertThat(error(2, "run", file)).contains("is not UTF-8 text; save the file as UTF-8.");
    Path zeros = Files.write(folder.resolve("zeros.yaml"), new byte[] {0x50, 0, 0, 1, 2});
    assertThat(error(2, "validate", zeros)).contains(zeros + ":1:");
  }

  @Test
  void aFileInThePlaceOfTheRunsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("runs"), "");
    assertThat(error(1, "run", experiment(), "--out", file))
        .contains(
            "cannot be made (a part of the path is a file, not a folder); --out names another"
                + " place.");
  }

  @Test
  void aFileInThePlaceOfTheReport() throws IOException {
    Path runs = folder.resolve("runs");
    assertThat(terminal.run("run", experiment(), "--out", runs, "--set", "output.report=false"))
        .as(terminal.err())
        .isZero();
    try (var folders = Files.walk(runs, 2)) {
      Path run =
          folders.filter(path -> path.getNameCount() == runs.getNameCount() + 2).toList().get(0);
      Files.createDirectories(run.resolve("report.html/inside"));
    }
    assertThat(error(1, "report", "latest", "--out", runs))
        .startsWith("The report cannot be written to ")
        .contains("folder");
  }

  @Test
  void aFolderThatMustNotBeWritten() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    // An administrator may write anyway.
    assumeFalse(Files.isWritable(locked));
    assertThat(error(1, "run", experiment(), "--out", locked)).contains("(permission denied)");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFullDisk() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.isWritable(full));
    assertThat(error(1, "schema", "--out", full))
        .isEqualTo("/dev/full cannot be written: the disk is full.\n");
  }
}
